import { describe, expect, test } from '@jest/globals';
import { attributions } from '../support.js';

type Row = readonly [text: string, source: string | null, content: string];

describe('nouns of saying and thinking with who is behind them', () => {
  const rows: readonly Row[] = [
    [
      "The ministry's line is that nobody was consulted because nobody asked.",
      'ministry',
      'nobody was consulted because nobody asked',
    ],
    ['Her understanding was that the money would be repaid.', 'Her', 'the money would be repaid'],
    ['The fear among growers is that the frost will return.', 'growers', 'the frost will return'],
    ['Among growers there is a fear that the frost will return.', 'growers', 'the frost will return'],
    ['The board is of the view that the bid is too low.', 'board', 'the bid is too low'],
    ['She gave the assurance that the road would be mended.', 'She', 'the road would be mended'],
    [
      'There is a sense in the capital that the coalition is living on borrowed time.',
      null,
      'the coalition is living on borrowed time',
    ],
    ['Rumours on the quay that the ferry had sunk are false.', null, 'the ferry had sunk'],
    ["The report's conclusion: nobody was in charge.", 'report', 'nobody was in charge'],
    ['The complaint I heard most was that nobody answers.', null, 'nobody answers'],
    ['The rumour that the skipper is leaving is false, the port says.', null, 'the skipper is leaving'],
    ["The port's claim that the lamp is working is wrong.", 'port', 'the lamp is working'],
    ["The port rejects the skippers' explanation that crews were scarce.", 'skippers', 'crews were scarce'],
    ['The fear, voiced privately by several skippers, is that the lamp will fail.', 'skippers', 'the lamp will fail'],
    ['Skippers are pushing the line that the lamp was old.', 'Skippers', 'the lamp was old'],
    [
      "The boats, the skippers' theory goes, will be sold.",
      'skippers',
      "The boats, the skippers' theory goes, will be sold",
    ],
  ];

  test.each(rows)('%s', (text, source, content) => {
    expect(attributions(text)).toContainEqual(expect.objectContaining({ source, content }));
  });

  test.each([
    ['A report that was leaked in May is on her desk.'],
    ['He has an answer: a moon of ice.'],
    ['The fact that it rained is well known.'],
  ])('%s', (text) => {
    expect(attributions(text)).toEqual([]);
  });
});

describe('adjectives of belief, own words and half-believed sources', () => {
  const rows: readonly Row[] = [
    ['Rail bosses have been adamant that fares will not rise.', 'Rail bosses', 'fares will not rise'],
    ['The first minister is adamant there will be no deal.', 'first minister', 'there will be no deal'],
    [
      'In the councillor’s view, the plan is a car park with pretensions.',
      'councillor',
      'the plan is a car park with pretensions',
    ],
    ["By the city's own count, 5,300 families were waiting.", 'city', '5,300 families were waiting'],
    ['Sales had risen in May, if her ledger is to be believed.', 'ledger', 'Sales had risen in May'],
    ['To hear the owners tell it, the club was never in danger.', 'owners', 'the club was never in danger'],
    ['We have been told for years that tips reward good work.', null, 'tips reward good work'],
    ['Members were led to believe by officials that the price would rise.', 'officials', 'the price would rise'],
    ['One reader wrote that the ink had faded; another, that the paper had torn.', 'another', 'the paper had torn'],
  ];

  test.each(rows)('%s', (text, source, content) => {
    expect(attributions(text)).toContainEqual(expect.objectContaining({ source, content }));
  });

  test.each([
    ['It is clear that the road is closed.'],
    ['In her only book, a novel, the sea never appears.'],
    ['The lid ensures that no water gets in.'],
  ])('%s', (text) => {
    expect(attributions(text)).toEqual([]);
  });
});

describe('quotations whose verb no lexicon lists', () => {
  const rows: readonly Row[] = [
    ['“We had no choice,” spluttered the harbour pilot, Nils Oder.', 'Nils Oder', 'We had no choice,'],
    ['“Not on my watch,” the coach thundered back.', 'coach', 'Not on my watch,'],
    ['“A disgrace” was how the bishop put it.', 'bishop', 'A disgrace'],
    ['“Nonsense and worse,” was the verdict of the head gardener.', 'head gardener', 'Nonsense and worse,'],
    ['The manager was philosophical: “You cannot win them all.”', 'manager', 'You cannot win them all.'],
    ['Her advice to newcomers is simple: “Buy some boots.”', 'Her', 'Buy some boots.'],
    ['The critic Ana Weil found it “charming but slight”.', 'Ana Weil', 'charming but slight'],
    [
      'The charge was rubbished by the council, which termed it “a figment of a bored mind”.',
      'council',
      'a figment of a bored mind',
    ],
    [
      'A guard can be heard shouting, “Get out of the hall. Get out now.”',
      'guard',
      'Get out of the hall. Get out now.',
    ],
    [
      'Deb Lund walked the field at dawn. “It looked like glass out there.”',
      'Deb Lund',
      'It looked like glass out there.',
    ],
  ];

  test.each(rows)('%s', (text, source, content) => {
    expect(attributions(text)).toContainEqual(expect.objectContaining({ source, content }));
  });

  test('a film with a title before its verb says nothing', () => {
    expect(attributions('“The Salt Road,” the third film by Ana Weil, opens on Friday.')).toEqual([]);
  });
});

describe('verbs that lead to one of saying, and words between verb and clause', () => {
  const rows: readonly Row[] = [
    ['The old mason liked to say that sand learns to swim.', 'old mason', 'sand learns to swim'],
    ['A reader wrote last month to say she now carries cash.', 'reader', 'she now carries cash'],
    ['Its director admitted, with some candour, that the gates had failed.', 'director', 'the gates had failed'],
    ['Friends remember that she laid a place for him on Sundays.', 'Friends', 'she laid a place for him on Sundays'],
    ['Not so, says Ellen Marr, who farms here: the soil is simply tired.', 'Ellen Marr', 'the soil is simply tired'],
    ['The bank, which denies wrongdoing, says it helped the inquiry.', 'bank', 'wrongdoing'],
    [
      'Growers across the valley say they have lost half of their barley.',
      'Growers',
      'they have lost half of their barley',
    ],
    [
      'Two people with knowledge of the talks said they had failed.',
      'people with knowledge of the talks',
      'they had failed',
    ],
  ];

  test.each(rows)('%s', (text, source, content) => {
    expect(attributions(text)).toContainEqual(expect.objectContaining({ source, content }));
  });

  test.each([
    ['She declined to say whether the valve had failed.'],
    ['It is too early to say that the worst is over.'],
  ])('%s', (text) => {
    expect(attributions(text)).toEqual([]);
  });
});

describe('the frame that a noun of saying makes', () => {
  test.each([
    ['Her view is that the lock is rusty.', 'opinion-is', 'Her', 'the lock is rusty'],
    ['The worry among anglers is that the weir will go.', 'opinion-is', 'anglers', 'the weir will go'],
    ['Residents share the view that the weir should stay.', 'report-that', 'Residents', 'the weir should stay'],
    ['She gave the assurance that the weir was safe.', 'report-that', 'She', 'the weir was safe'],
  ])('%s', (text, rule, source, content) => {
    expect(attributions(text)).toContainEqual(expect.objectContaining({ rule, source, content }));
  });

  test.each([['The view that opens behind the weir is famous.'], ['Her house is the one that burned down.']])(
    '%s',
    (text) => {
      expect(attributions(text)).toEqual([]);
    },
  );
});
