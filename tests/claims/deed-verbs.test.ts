import { describe, expect, test } from '@jest/globals';
import { attributions } from './support.js';

describe('what stands behind a verb of claiming makes it a claim', () => {
  test.each([
    // somebody or something, and what it is called
    ['The mayor called him brave.', 'mayor', 'called', 'him brave'],
    ['The critic called it very brave.', 'critic', 'called', 'it very brave'],
    ['The editor thought her gifted.', 'editor', 'thought', 'her gifted'],
    ['The union called it appalling.', 'union', 'called', 'it appalling'],
    ['The agency rated it harmless.', 'agency', 'rated', 'it harmless'],
    ['The critic called him the worst tenor in town.', 'critic', 'called', 'him the worst tenor in town'],
    // an object and a noun
    ['The mayor called the plan a waste.', 'mayor', 'called', 'the plan a waste'],
    ['Critics branded Anna Koss a traitor.', 'Critics', 'branded', 'Anna Koss a traitor'],
    ['The manager called the head of the union a liar.', 'manager', 'called', 'the head of the union a liar'],
    // a deed
    ['The clerk recalled taking the money.', 'clerk', 'recalled', 'taking the money'],
    ['The report regretted leaving the pier open.', 'report', 'regretted', 'leaving the pier open'],
    // a figure
    ['Analysts put the cost at about £4m.', 'Analysts', 'put', 'the cost at about £4m'],
    ['Analysts put the chance at 40%.', 'Analysts', 'put', 'the chance at 40%'],
    ['Officials put the toll at 40.', 'Officials', 'put', 'the toll at 40'],
    ['Police put the crowd at 3,000 people.', 'Police', 'put', 'the crowd at 3,000 people'],
    [
      'Analysts put the cost of repairs at the port at a record £4m.',
      'Analysts',
      'put',
      'the cost of repairs at the port at a record £4m',
    ],
    // forms of verbs that double a letter
    ['Teachers shrugged off the loss as a blip.', 'Teachers', 'shrugged off', 'the loss as a blip'],
    ['The minister referred to the pier as a wreck.', 'minister', 'referred to', 'the pier as a wreck'],
    ['The agency flagged the bridge as unsafe.', 'agency', 'flagged', 'the bridge as unsafe'],
  ])('%s', (text, source, cue, content) => {
    expect(attributions(text)).toContainEqual(expect.objectContaining({ source, cue, content, rule: 'speaker-deed' }));
  });

  test.each([
    ['The mayor called him because the pier was closed.'],
    ['She called him yesterday.'],
    ['The mayor called him late on Monday.'],
    ['The mayor called him a week later.'],
    ['Critics label it that way.'],
    ['The doctor called the family in a panic.'],
    ['She called her sister a week later.'],
    ['The owner called the clerk and a porter.'],
    ['The clerk described during the trial how it fell.'],
    ['The clerk described nothing new to the court.'],
    ['The mayor suggested something bold.'],
    ['They set up a stall at one end.'],
    ['The volunteers placed tables at three schools.'],
    ['The union placed one stall at half a dozen sites.'],
    ['The minister counted boats at one pier.'],
    ['Anna put a sign on one door.'],
  ])('%s', (text) => {
    expect(attributions(text)).toEqual([]);
  });
});

describe('a thing asks nobody, and warns of nothing', () => {
  test.each([
    ['The archbishop urged Catholics to vote.', 'archbishop', 'urged'],
    ['The mayor warned about fog.', 'mayor', 'warned'],
    ['The mayor reminded residents to drink.', 'mayor', 'reminded'],
    ['The report warned of floods.', 'report', 'warned of'],
  ])('%s', (text, source, cue) => {
    expect(attributions(text)).toContainEqual(expect.objectContaining({ source, cue }));
  });

  test.each([
    ['The sensors warned about fog.'],
    ['The heat reminded walkers to drink.'],
    ['The storm obliged ships to turn.'],
    ['The drought threatens to ruin the harvest.'],
  ])('%s', (text) => {
    expect(attributions(text)).toEqual([]);
  });
});
