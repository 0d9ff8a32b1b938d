import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeWorkplace, type Workplace, wenmai } from '../support/run.js';

let place: Workplace;
beforeAll(() => {
  place = makeWorkplace();
  place.write({
    'in/a.txt': '港務局表示，渡輪下月試航。\n票價不變。\n',
    'in/b.txt': 'The ferry is late.',
    'in/c.txt': '',
  });
  wenmai(['annotate', 'in', '-o', 'out', '--published', '2024-02-20', '--tokens'], { cwd: place.path });
});
afterAll(() => place.remove());

/** Runs verify with one file changed, and puts the file back. */
function verifyWith(file: string, change: (content: string) => string) {
  const content = place.read(file);
  place.write({ [file]: change(content) });
  const outcome = wenmai(['verify', 'out'], { cwd: place.path });
  place.write({ [file]: content });
  return { status: outcome.status, lines: outcome.stdout.trim().split('\n'), stderr: outcome.stderr };
}

describe('verify', () => {
  test('passes what is as it was made, from any directory', () => {
    const { status, stdout, stderr } = wenmai(['verify', '../out'], { cwd: `${place.path}/in` });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^\.\.\/out is as it was made: \d+ files, 2 articles.*\n$/);
  });

  test('names an input of which one byte changed, and the tables that come out differently, once', () => {
    const { status, lines } = verifyWith('in/b.txt', (text) => text.replace('late', 'lame'));
    expect(status).toBe(1);
    expect(lines[0]).toBe('input in/b.txt has changed');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/^so \d+ of \d+ files differ: annotations\.jsonl at line 2, documents\.csv at line 5, /);
  });

  test('names a table of which one byte changed, with the line', () => {
    const { status, lines } = verifyWith('out/sentences.csv', (csv) => csv.replace('票價不變', '票價大變'));
    expect({ status, lines }).toEqual({
      status: 1,
      lines: ['sentences.csv was changed after it was written, at line 3'],
    });
  });

  test.each([
    ['"name": "frequent-characters.tsv",\n        "bytes": ', 'lexicon frequent-characters.tsv has changed'],
    ['"name": "jieba.dict.utf8",\n        "bytes": ', 'dictionary jieba.dict.utf8 has changed'],
  ])('names what was made with another %j', (place, line) => {
    const { status, lines } = verifyWith('out/datapackage.json', (json) => {
      const at = json.indexOf('"sha256": "', json.indexOf(place)) + '"sha256": "'.length;
      return `${json.slice(0, at)}${json[at] === '0' ? '1' : '0'}${json.slice(at + 1)}`;
    });
    expect(status).toBe(1);
    expect(lines[0]).toBe(line);
  });

  test('names a version that is not the recorded one', () => {
    const { lines } = verifyWith('out/datapackage.json', (json) =>
      json.replace(/"compromise": "[^"]*"/, '"compromise": "1.0"'),
    );
    expect(lines[0]).toMatch(/^version of compromise was 1\.0 and is \d/);
  });

  test('makes an export in another script again in that script', () => {
    const args = [
      'annotate',
      'in/a.txt',
      'in/b.txt',
      '-o',
      'tw',
      '--script',
      'tw',
      '--published',
      '2024-02-20',
      '--quiet',
    ];
    expect(wenmai(args, { cwd: place.path }).status).toBe(0);
    expect(JSON.parse(place.read('tw/datapackage.json'))).toMatchObject({ wenmai: { options: { script: 'tw' } } });
    expect(wenmai(['verify', 'tw'], { cwd: place.path }).status).toBe(0);
    const json = place.read('tw/datapackage.json');
    place.write({ 'tw/datapackage.json': json.replace('"script": "tw"', '"script": "hans"') });
    const { status, stdout } = wenmai(['verify', 'tw'], { cwd: place.path });
    expect(status).toBe(1);
    expect(stdout).toContain('annotations.jsonl differs at line 1');
  });

  test('reads an export that was made before there was a script to choose', () => {
    const json = place.read('out/datapackage.json');
    place.write({ 'out/datapackage.json': json.replace(/ *"script": null,\n/, '') });
    const { stdout } = wenmai(['verify', 'out'], { cwd: place.path });
    place.write({ 'out/datapackage.json': json });
    expect(stdout).not.toContain('annotations.jsonl');
  });
});
