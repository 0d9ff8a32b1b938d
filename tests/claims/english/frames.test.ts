import { describe, expect, test } from '@jest/globals';
import { attributions, claimsOf } from '../support.js';

type Row = readonly [text: string, rule: string, source: string | null, content: string, quote: string];

describe('a frame finds who says what', () => {
  const rows: readonly Row[] = [
    [
      '“The road is closed,” said the county engineer, Ilse Brandt.',
      'quote-speaker-cue',
      'Ilse Brandt',
      'The road is closed,',
      'direct',
    ],
    [
      'Ilse Brandt of the Harbour Institute, who was not involved in the survey, says the pier is safe.',
      'speaker-cue-bare',
      'Ilse Brandt',
      'the pier is safe',
      'indirect',
    ],
    ['“It was a plan,” Okoye argued, adding: “It was a bet.”', 'speaker-cue-quote', 'Okoye', 'It was a bet.', 'direct'],
    [
      'The old farmer wiped his hands and said, “Rain by Sunday.”',
      'speaker-cue-quote',
      'old farmer',
      'Rain by Sunday.',
      'direct',
    ],
    [
      'According to Yara Lund, a pilot on the river, the buoys were gone.',
      'according-to',
      'Yara Lund',
      'the buoys were gone',
      'indirect',
    ],
    [
      'The judge had warned the jury: "Sympathy is not evidence."',
      'speaker-cue-quote',
      'judge',
      'Sympathy is not evidence.',
      'direct',
    ],
    [
      'His brother, Sean, puts it differently: "Everybody knows it."',
      'speaker-cue-quote',
      'Sean',
      'Everybody knows it.',
      'direct',
    ],
    [
      'In her memoir she writes: "My mother swore in four languages."',
      'speaker-cue-quote',
      'she',
      'My mother swore in four languages.',
      'direct',
    ],
    [
      'According to a study in the Lancet, the drug halves the risk.',
      'according-to',
      'Lancet',
      'the drug halves the risk',
      'indirect',
    ],
    [
      'The firm said all crews had been found, without giving details.',
      'speaker-cue-bare',
      'firm',
      'all crews had been found',
      'indirect',
    ],
    ['The bridge is safe, says the contractor.', 'content-speaker-cue', 'contractor', 'The bridge is safe', 'indirect'],
    [
      'The harbour is thought to have silted up.',
      'reportedly',
      null,
      'The harbour is thought to have silted up',
      'indirect',
    ],
    [
      'The mayor said that the bridge would close in June.',
      'speaker-cue-clause',
      'mayor',
      'the bridge would close in June',
      'indirect',
    ],
    ['She said the pumps had failed twice.', 'speaker-cue-bare', 'She', 'the pumps had failed twice', 'indirect'],
    [
      'Peter Brown, an engineer at the plant, said the valve was old.',
      'speaker-cue-bare',
      'Peter Brown',
      'the valve was old',
      'indirect',
    ],
    [
      "The team's doctor, Anna Reed, said on Monday that the injury was minor.",
      'speaker-cue-clause',
      'Anna Reed',
      'the injury was minor',
      'indirect',
    ],
    [
      'Peter Brown told reporters that the valve was old.',
      'speaker-cue-clause',
      'Peter Brown',
      'the valve was old',
      'indirect',
    ],
    [
      'The union believes wages will rise next year.',
      'speaker-cue-bare',
      'union',
      'wages will rise next year',
      'indirect',
    ],
    [
      'The survey found that most parents were satisfied.',
      'speaker-cue-clause',
      'survey',
      'most parents were satisfied',
      'indirect',
    ],
    [
      'The retailer expects sales to fall by a tenth.',
      'speaker-cue-bare',
      'retailer',
      'sales to fall by a tenth',
      'indirect',
    ],
    [
      'The harbour may close for good, she warned.',
      'content-speaker-cue',
      'she',
      'The harbour may close for good',
      'indirect',
    ],
    [
      'Back then, he noted, nobody locked a door.',
      'parenthetical-speaker',
      'he',
      'Back then, he noted, nobody locked a door',
      'indirect',
    ],
    [
      'According to two officials familiar with the plan, the port will be sold.',
      'according-to',
      'officials familiar with the plan',
      'the port will be sold',
      'indirect',
    ],
    [
      'Exports fell in May, according to data from the Trade Office.',
      'according-to',
      'Trade Office',
      'Exports fell in May',
      'indirect',
    ],
    ['Rumor has it that the singer will retire.', 'hearsay', null, 'the singer will retire', 'indirect'],
    ['The firm reportedly paid its rivals.', 'reportedly', null, 'The firm reportedly paid its rivals', 'indirect'],
    [
      '"We lost everything," said Maria Gomez, who runs the bakery.',
      'quote-speaker-cue',
      'Maria Gomez',
      'We lost everything,',
      'direct',
    ],
    ['"We lost everything," he said.', 'quote-speaker-cue', 'he', 'We lost everything,', 'direct'],
    ['The coach said: "We were lucky."', 'speaker-cue-quote', 'coach', 'We were lucky.', 'direct'],
    ['He called the ruling "a dark day for the town".', 'speaker-cue-quote', 'He', 'a dark day for the town', 'direct'],
    [
      'The judge said the plan "makes no sense" without money.',
      'speaker-cue-bare',
      'judge',
      'the plan "makes no sense" without money',
      'mixed',
    ],
    [
      'Harbour voices\nIlse Brandt: "We knew the pier would not last."',
      'speaker-colon-quote',
      'Ilse Brandt',
      'We knew the pier would not last.',
      'direct',
    ],
    [
      'The guild met on Monday.\nIlse Brandt, 42, a teacher in Leeds: “It was a long night for us.”',
      'speaker-colon-quote',
      'Ilse Brandt',
      'It was a long night for us.',
      'direct',
    ],
  ];
  test.each(rows)('%s', (text, rule, source, content, quote) => {
    expect(attributions(text)).toContainEqual(expect.objectContaining({ source, content, quote, rule }));
  });
});

test.each([
  ['The harbour board said the dredging had begun but would not be drawn on the cost.', 'the dredging had begun'],
  ['Ilse Brandt said the pier was safe and declined to give further details.', 'the pier was safe'],
  ['The police said two men had been held, and gave no reason.', 'two men had been held'],
  [
    'Ilse Brandt said her tutor had called the plan brave, which she took as praise.',
    'her tutor had called the plan brave',
  ],
  [
    'The board said the union had refused to talk and did not stop the strike.',
    'the union had refused to talk and did not stop the strike',
  ],
])('what is left unsaid, and how it was taken, is not reported: %s', (text, content) => {
  expect(attributions(text)[0]?.content).toBe(content);
});

test.each([
  ['“We have no cure,” lead author Yara Lund cautions.', 'Yara Lund'],
  ['The bank left its rate at 3.25 percent, disappointing exporters who had hoped for a cut.', undefined],
  ['The note calls the chaos deliberate, a picture of an economy in which nothing adds up.', undefined],
  ['Prices will fall, a trader who knows the firm said.', 'trader'],
])('a noun before its own relative clause speaks by no verb in it: %s', (text, source) => {
  expect(attributions(text).find(({ rule }) => /speaker-cue$/.test(rule))?.source).toBe(source);
});

describe('closing tags', () => {
  test.each([
    ['Such fears are overblown, says Maria Gomez of the port authority.', 'Maria Gomez'],
    ['The two sides will meet again in July, state media reported.', 'state media'],
  ])('%s', (text, source) => {
    expect(attributions(text)).toMatchObject([{ source, rule: 'content-speaker-cue' }]);
  });
});

describe('what is no attribution', () => {
  test.each([
    ['He did not say when the plant would reopen.'], // what was not said
    ['The claims were settled last year.'], // a noun
    ['The report will be published on Friday.'], // a noun
    ['The film, titled "The Long Road", opened in May.'], // a title
    ['The so-called "green premium" has gone.'], // a scare quote
    ['Review: "The Long Road" is a quiet film.'], // a head
    ['The festival opens on Friday.\nIlse Brandt: “Songs of the Long Road”'], // a work with its maker
    ['The festival opens on Friday.\nA review of Ilse Brandt: “It was a long night for us.”'], // what it is about
    ['The bakery sells a little-known cheese.'], // known inside a compound
    ['She added two eggs and a cup of milk.'], // no clause
    ['The company announced a plan.'], // an act with a noun
    ['The council rejected the plan by seven votes to two.'], // a deed
  ])('%s', (text) => {
    expect(attributions(text)).toEqual([]);
  });
});

describe('over sentences', () => {
  test('a second quotation is carried', () => {
    const found = attributions('"The roof leaks," Anna Reed told the council. "It has leaked for years."');
    expect(found.map(({ source, content }) => [source, content])).toEqual([
      ['Anna Reed', 'The roof leaks,'],
      ['Anna Reed', 'It has leaked for years.'],
    ]);
  });

  test('a report behind a closed quotation is no tag of it', () => {
    const found = attributions(
      '"We thought it empty," says Ilse Brandt. "Then it moved." Tests suggest that the eel was old.',
    );
    expect(found.map(({ source, content }) => [source, content])).toEqual([
      ['Ilse Brandt', 'We thought it empty,'],
      ['Ilse Brandt', 'Then it moved.'],
      ['Tests', 'the eel was old'],
    ]);
  });

  test('a text may open with a quotation', () => {
    const found = attributions('"I signed it," the treasurer told the inquiry. "I regret that."\nThe hearing goes on.');
    expect(found.map(({ source, content }) => [source, content])).toEqual([
      ['treasurer', 'I signed it,'],
      ['treasurer', 'I regret that.'],
    ]);
  });

  test('a participle goes on with the subject', () => {
    const found = attributions('Police said they had arrested a man, adding that the search was over.');
    expect(found.map(({ source, content }) => [source, content])).toEqual([
      ['Police', 'they had arrested a man'],
      ['Police', 'the search was over'],
    ]);
  });

  test('a denial has a negative content', () => {
    expect(attributions('The mayor denied taking bribes.')).toMatchObject([
      { source: 'mayor', content: 'taking bribes' },
    ]);
  });

  test('a tag with a colon belongs to the quotation behind it', () => {
    const found = attributions(
      '“It leaks,” Anna Reed said. “It always did.” The mayor, Tom Hale, was blunt: “Then mend it.”',
    );
    expect(found.map(({ source, content }) => [source, content]).slice(0, 2)).toEqual([
      ['Anna Reed', 'It leaks,'],
      ['Anna Reed', 'It always did.'],
    ]);
  });

  test.each([
    ['If confirmed, it would be the first wreck ever found.', []], // a participle closes nothing
    ['Mr Hale, writing in the Evening Post, praised the crew.', []], // a name that ends in a verb
    ['The office denied that, and the meeting went on.', []], // a pointer says nothing itself
  ])('%s', (text, expected) => {
    expect(attributions(text)).toEqual(expected);
  });

  test('a dateline is no part of what is claimed', () => {
    const { document, claims } = claimsOf('PORT ELLERY, March 7 (Reuters) - The council closed the pier on Friday.');
    expect(claims.map(({ start, end }) => document.text.slice(start, end))).toEqual([
      'The council closed the pier on Friday',
    ]);
  });
});
