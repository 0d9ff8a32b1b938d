import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { importAnnotations } from '../../src/import/index.js';
import { ImportError } from '../../src/import/reader.js';
import { makeWorkplace, type Workplace } from '../support/run.js';

let place: Workplace;
beforeAll(() => {
  place = makeWorkplace();
});
afterAll(() => place.remove());

function read(file: string, content: unknown) {
  place.write({ [file]: typeof content === 'string' ? content : JSON.stringify(content) });
  return importAnnotations(`${place.path}/${file}`);
}

const text = '🚢林又晴说了三次。';
const label = (start: number, end: number, words: string, ...labels: string[]) => ({
  ...{ id: `r${start}`, from_name: 'label', to_name: 'text', type: 'labels', origin: 'manual' },
  value: { start, end, text: words, labels },
});
const names = (read: ReturnType<typeof importAnnotations>) =>
  read.map(({ article }) => [article.id, ...article.mentions.map((mention) => mention.text)]);

describe('Label Studio', () => {
  const task = (more: object) => ({ id: 7, data: { text }, ...more });
  const done = (...result: object[]) => ({ id: 1, was_cancelled: false, ground_truth: false, result });

  test.each<[string, object, string[][]]>([
    ['the last annotation', task({ annotations: [done(), done(label(1, 4, '林又晴', 'PERSON'))] }), [['7', '林又晴']]],
    [
      'the ground truth, where there is one',
      task({ annotations: [{ ...done(label(1, 4, '林又晴', 'PERSON')), ground_truth: true }, done()] }),
      [['7', '林又晴']],
    ],
    [
      'not one that was skipped',
      task({ annotations: [done(label(1, 4, '林又晴', 'PERSON')), { ...done(), was_cancelled: true }] }),
      [['7', '林又晴']],
    ],
    ['no prediction of a task that waits for annotators', task({ annotations: [], predictions: [done()] }), []],
    [
      'offsets in UTF-16, as old releases wrote them',
      task({ annotations: [done(label(2, 5, '林又晴', 'PERSON'))] }),
      [['7', '林又晴']],
    ],
    ['the id of the article', { id: 7, data: { text, id: 'news/1' }, annotations: [done()] }, [['news/1']]],
    [
      'answers about the whole text label nothing',
      task({
        annotations: [done({ type: 'choices', from_name: 'topic', to_name: 'text', value: { choices: ['x'] } })],
      }),
      [['7']],
    ],
  ])('%s', (_name, tasks, expected) => expect(names(read('ls.json', [tasks]))).toEqual(expected));

  test('a relation drawn against its arrow', () => {
    const [claim, source] = [label(4, 8, '说了三次', 'CLAIM'), label(1, 4, '林又晴', 'SOURCE')];
    const relation = { from_id: source.id, to_id: claim.id, type: 'relation', direction: 'left', labels: ['source'] };
    const [one] = read('ls.json', [task({ annotations: [done(claim, source, relation)] })]);
    expect(one?.problems).toEqual([]);
    expect(one?.article.claims[0]?.source?.text).toBe('林又晴');
  });

  test('what annotators wrote and chose', () => {
    const value = (from_name: string, given: object) => ({
      ...{ id: 'r6', from_name, to_name: 'text', value: { start: 6, end: 8, ...given }, type: 'x' },
    });
    const results = [
      label(6, 8, '三次', 'QUANTITY'),
      value('value', { text: ['3'] }),
      value('unit', { text: '次' }),
      value('approx', { choices: ['yes'] }),
    ];
    expect(read('ls.json', [task({ annotations: [done(...results)] })])[0]?.article.quantities).toEqual([
      { type: 'QUANTITY', text: '三次', start: 6, end: 8, value: 3, low: null, high: null, unit: '次', approx: true },
    ]);
  });
});

describe('doccano', () => {
  test.each([
    ['label', { id: 3, text, label: [[2, 5, 'PERSON']], Comments: [] }, [['3', '林又晴']]],
    ['labels, of older releases', { id: 3, text, labels: [[2, 5, 'PERSON']] }, [['3', '林又晴']]],
    ['the id of the article', { id: 3, document_id: 'a', text, label: [] }, [['a']]],
    [
      'relations',
      { id: 3, text, entities: [{ id: 9, label: 'PERSON', start_offset: 2, end_offset: 5 }], relations: [] },
      [['3', '林又晴']],
    ],
  ])('%s', (_name, example, expected) =>
    expect(names(read('doccano.jsonl', `${JSON.stringify(example)}\n\n`))).toEqual(expected),
  );
});

describe('brat', () => {
  const annotations = [
    'T1\tPERSON 1 4\t林又晴',
    'T2\tCLAIM 4 6;7 8\t说了 次',
    'T3\tQUANTITY 6 8\t三次',
    'R1\tlikes Arg1:T1 Arg2:T2\t',
    'A1\tkinds-event T2',
    'M1\tmodality T2 possible',
    'A2\tconstructor T2 x',
    '#1\tAnnotatorNotes T3\t3',
    'E1\tMotion:T2 Who:T1',
    '*\tAlias T1 T2',
    '',
  ];
  test('what a person wrote', () => {
    place.write({ 'brat/x.txt': text, 'brat/x.ann': annotations.join('\r\n') });
    const [one] = importAnnotations(`${place.path}/brat`);
    expect(one?.article).toMatchObject({
      ...{ id: 'x', lang: null, mentions: [{ text: '林又晴' }], quantities: [{ text: '三次', value: 3 }] },
      claims: [{ text: '说了三次', kinds: ['event'], modality: 'possible', source: null, quote: 'none' }],
    });
    expect(one?.problems).toEqual([
      'x: x.ann, line 7: attribute "constructor" is none of wenmai\'s',
      'x: x.ann, line 9 is of a kind that is not read',
      'x: x.ann, line 10 is of a kind that is not read',
      'x: link "likes" is none of wenmai\'s',
    ]);
  });

  test.each([
    ['a text that is missing', { 'b1/x.ann': '' }, 'b1', /no x\.txt beside x\.ann/],
    ['a broken line', { 'b2/x.ann': 'T1 PERSON 1 4', 'b2/x.txt': text }, 'b2', /x\.ann, line 1/],
    ['a broken note', { 'b3/x.ann': 'T1\tSET 1 4\tx\n#1\tAnnotatorNotes T1\t{', 'b3/x.txt': text }, 'b3', /line 2/],
  ])('%s', (_name, files, folder, message) => {
    place.write(files as Record<string, string>);
    expect(() => importAnnotations(`${place.path}/${folder}`)).toThrow(message);
    expect(() => importAnnotations(`${place.path}/${folder}`)).toThrow(ImportError);
  });
});

test.each([
  ['nothing of that name', null, /does not exist/],
  ['prose', '渡輪下月試航。', /none of/],
  ['JSON that breaks off', '[{"data": {', /not JSON/],
  ['tasks without text', '[{"data": {"image": "a.png"}}]', /no list of tasks/],
  ['an example whose label is no span', '{"text": "a", "label": ["x"]}', /line 1 is no example/],
  ['a table', 'id,text\n1,a\n', /none of/],
])('%s is no annotation', (_name, content, message) => {
  if (content !== null) place.write({ other: content });
  expect(() => importAnnotations(`${place.path}/${content === null ? 'nowhere' : 'other'}`)).toThrow(message);
});
