import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, test } from '@jest/globals';
import { annotatedArticleSchema } from '../../src/export/schema.js';
import { command, wenmai } from '../support/run.js';

function answers(stdout: string): Record<string, unknown>[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('stream', () => {
  const lines = [
    '{"id":"b","text":"港務局說：「𠮷號渡輪下月試航。」","published":"2024-02-20"}',
    '{oops',
    '',
    '{"id":"z","text":""}',
    '{"id":5,"text":"Ferry.","published":"2024-02-31"}',
    '{"text":"x"}',
    '[1]',
    '{"id":"../a/b","text":"A\u2028ferry.\\ud83d"}',
    '{"id":"n","text":"\\u0000\\u0000\\u0000"}',
  ];
  const { status, stdout, stderr } = wenmai(['stream'], {
    input: Buffer.concat([
      Buffer.from(lines.join('\n')),
      Buffer.from('\n{"id":"g","text":"'),
      Buffer.of(0xff),
      Buffer.from('"}'),
    ]),
  });
  const found = answers(stdout);

  test('answers every line in order and ends well', () => {
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(found.map(({ id, error }) => [id, (error as { code: string } | undefined)?.code ?? null])).toEqual([
      ['b', null],
      [null, 'input/json'],
      ['z', 'input/empty'],
      ['5', 'input/date'],
      [null, 'input/not-an-article'],
      [null, 'input/not-an-article'],
      ['../a/b', null],
      ['n', 'input/binary'],
      [null, 'input/encoding'],
    ]);
  });

  test('prints articles of the promised shape', () => {
    const first = annotatedArticleSchema.strict().parse(found[0]);
    expect(first.source.path).toBeNull();
    for (const token of first.tokens)
      expect(Array.from(first.text).slice(token.start, token.end).join('')).toBe(token.text);
  });

  test('a lone surrogate becomes U+FFFD, with a warning', () => {
    expect(found[6]).toMatchObject({ text: 'A\u2028ferry.\ufffd', diagnostics: [{ code: 'input/surrogate' }] });
  });

  test('prints text and names in the script that is asked for', () => {
    const input = '{"id":"s","text":"服务器的内存很贵，新西兰没有。"}\n';
    const article = annotatedArticleSchema.parse(JSON.parse(wenmai(['stream', '--script', 'tw'], { input }).stdout));
    expect(article).toMatchObject({ script: 'Hant', text: '伺服器的記憶體很貴，紐西蘭沒有。' });
    expect(article.mentions).toMatchObject([{ text: '紐西蘭', start: 10, end: 13, rawStart: 9, rawEnd: 12 }]);
  });

  test('answers each line before the next one comes', async () => {
    const child = spawn(process.execPath, [...command, 'stream', '--tokens', '--published', '2024-02-20']);
    const received = createInterface(child.stdout)[Symbol.asyncIterator]();
    for (const id of ['1', '2']) {
      child.stdin.write(`${JSON.stringify({ id, text: '渡輪下月試航。' })}\n`);
      const answer = JSON.parse(String((await received.next()).value)) as { tokens: object[] };
      expect(answer).toMatchObject({ id, published: '2024-02-20' });
      expect(answer.tokens[0]).toHaveProperty('pos');
    }
    child.stdin.end();
    expect(await once(child, 'close')).toEqual([0, null]);
  });

  test('ends quietly when nobody reads on', async () => {
    const child = spawn(process.execPath, [...command, 'stream']);
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += String(chunk);
    });
    child.stdin.on('error', () => {});
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end(`${JSON.stringify({ id: 'a', text: 'A ferry. '.repeat(50) })}\n`.repeat(300));
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(errors).toBe('');
  });
});
