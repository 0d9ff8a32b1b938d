import { describe, expect, test } from '@jest/globals';
import { readers } from '../../src/input/readers/index.js';

function read(extension: string, content: string, fields: Record<string, string> = {}): unknown[] {
  const reader = readers.get(extension);
  if (reader === undefined) throw new Error(`There is no reader for ${extension}.`);
  return reader
    .read(content, { name: 'ferry', fields })
    .map((record) => [record.line, 'error' in record ? record.error.code : record.value]);
}

const a = { id: 'a', text: '船' };

describe('a file of each kind', () => {
  test.each([
    ['.txt', '船\r\n', [[null, { id: 'ferry', text: '船\r\n' }]]],
    ['.json', '{"id":"a","text":"船"}', [[null, a]]],
    [
      '.json',
      '[{"id":"a","text":"船"}, 3]',
      [
        [1, a],
        [2, 3],
      ],
    ],
    ['.json', '[]', []],
    ['.json', '{"id":', [[null, 'input/json']]],
    [
      '.jsonl',
      '{"id":"a","text":"船"}\r\n\n{oops\n{"id":"a","text":"船"}',
      [
        [1, a],
        [3, 'input/json'],
        [4, a],
      ],
    ],
    [
      '.csv',
      'ID, text\na,船\n\n"a","船"\n',
      [
        [2, a],
        [4, a],
      ],
    ],
    ['.csv', 'id,text\na,"一, ""二""\n三"\n', [[3, { id: 'a', text: '一, "二"\n三' }]]],
    ['.csv', 'id,text\n', []],
    ['.csv', '', [[1, 'input/csv']]],
    ['.csv', 'id,body\na,船\n', [[1, 'input/csv']]],
    ['.csv', 'id,text,Text\na,船,港\n', [[1, 'input/csv']]], // one of them would be lost
    ['.csv', 'id,text,,\na,船,,\n', [[2, { id: 'a', text: '船', '': '' }]]],
    [
      '.csv',
      'id,text\na,船,3\nb,x"y\na,船\nc,"open\n',
      [
        [2, 'input/csv'],
        [3, 'input/csv'],
        [4, a],
        [5, 'input/csv'],
      ],
    ],
  ])('%s %j', (extension, content, records) => expect(read(extension, content)).toEqual(records));

  test('a plain article takes its fields from the table beside it', () => {
    const fields = { file: 'ferry.txt', title: '渡輪' };
    expect(read('.txt', '船', fields)).toEqual([[null, { ...fields, id: 'ferry', text: '船' }]]);
    expect(read('.txt', '船', { id: 'n1' })).toEqual([[null, { id: 'n1', text: '船' }]]);
  });
});
