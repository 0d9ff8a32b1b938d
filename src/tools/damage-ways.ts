import { pinyin } from 'pinyin-pro';
import { encodeCharacter } from '../repair/slips/gbk.js';
import { convert } from '../script/convert.js';
import { windowsCharacter } from '../text/windows-1252.js';
import { damage } from './damage-model.js';

type Apply = (text: string, script: string) => string;

/** A way in which articles come to harm. */
export interface DamageWay {
  readonly name: string;
  /** Whether characters are gone for good, so that nobody could put all of them back. */
  readonly lossy: boolean;
  /** Whose articles it befalls: Hans, Hant, Latn. */
  readonly scripts: readonly string[];
  readonly apply: Apply;
}

const [chinese, english] = [['Hans', 'Hant'], ['Latn']];
const any = [...chinese, ...english];
const stops = /[，。、；：？！,.;:?!]/g;
const quotes = /[“”‘’「」『』"]/g;
const letters = /[\p{Script=Han}A-Za-z]/gu;
const beyondAscii = /[^\p{ASCII}]/gu;

/** Characters that such a table glosses wherever they stand. */
const glossed = '經發個時過應學對戰數間業经发个时过应学对战数间业';
const glosses = Object.fromEntries([...glossed].map((character) => [character, pinyin(character)]));

/** What is done to articles to see what damage costs; nothing in it is left to chance. */
export const damageWays: readonly DamageWay[] = [
  way('the other script', chinese, (text, script) => convert(text, script === 'Hans' ? 's2t' : 't2s')),
  way('marks narrow, quotation marks straight', chinese, (text) => straight(narrow(text))),
  way('quotation marks straight', english, straight),
  way('tags and references', any, (text) => withReferences(withTags(text))),
  way('glosses of a table', chinese, withGlosses),
  way('UTF-8 read as Windows-1252', any, (text) => windows1252(Buffer.from(text))),
  way('GBK read as Windows-1252', chinese, (text) => windows1252(gbk(text))),
  ...[34, 68, 80].map((columns) => way(`lines of ${columns} columns`, any, (text) => wrap(text, columns))),
  way('slips of a page with glosses and tags', chinese, damagePage),
  lossy('slips alone', chinese, (text) => perLine(text, (line) => damage(line))),
  lossy('UTF-8 read as GBK', chinese, (text) => new TextDecoder('gbk').decode(Buffer.from(text))),
  lossy('all but ASCII: ?', english, (text) => text.replace(beyondAscii, '?')),
  lossy('all but ASCII: U+FFFD', english, (text) => text.replace(beyondAscii, '\ufffd')),
  lossy('all but ASCII: gone', english, (text) => text.replace(beyondAscii, '')),
  ...[
    ['U+FFFD', '\ufffd'],
    ['?', '?'],
    ['gone', ''],
  ].flatMap(([name, left = '']) => [
    lossy(`every 97th letter: ${name}`, chinese, (text) => everyNth(text, letters, 97, left)),
    lossy(`every 197th letter: ${name}`, english, (text) => everyNth(text, letters, 197, left)),
    lossy(`every 11th stop or comma: ${name}`, any, (text) => everyNth(text, stops, 11, left)),
    lossy(`every 5th quotation mark: ${name}`, any, (text) => everyNth(text, quotes, 5, left)),
  ]),
  lossy('every 41st space: gone', english, (text) => everyNth(text, / /g, 41, '')),
];

function way(name: string, scripts: readonly string[], apply: Apply): DamageWay {
  return { name, lossy: false, scripts, apply };
}

function lossy(name: string, scripts: readonly string[], apply: Apply): DamageWay {
  return { name, lossy: true, scripts, apply };
}

/**
 * A Chinese text as a site leaves it that glosses characters of its table, cuts GBK bytes at marks, folds widths and leaves tags. Lines that
 * GBK cannot write lose no byte.
 */
export function damagePage(text: string): string {
  return perLine(withTags(text), (line) => damage(line, glosses));
}

function perLine(text: string, harm: (line: string) => string): string {
  const isGbk = (one: string): boolean => one < '\u0080' || encodeCharacter(one) !== undefined;
  return text
    .split('\n')
    .map((line) => (line.trim() !== '' && [...line].every(isGbk) ? harm(line) : line))
    .join('\n');
}

/** Every third line in a paragraph's tags, every third with a break behind it. */
function withTags(text: string): string {
  const tagged = [(line: string) => `<p>${line}</p>`, (line: string) => `${line}<br />`];
  return text
    .split('\n')
    .map((line, at) => (line.trim() === '' ? line : (tagged[at % 3]?.(line) ?? line)))
    .join('\n');
}

function withReferences(text: string): string {
  return text
    .replace(/[“”]/g, (mark) => (mark === '“' ? '&ldquo;' : '&rdquo;'))
    .replace(/’/g, '&#8217;')
    .replace(/(?<=[.!?”"]) |(?<=^<p>)/gm, '&nbsp;');
}

function withGlosses(text: string): string {
  return text.replace(/\p{Script=Han}/gu, (one) => (glosses[one] === undefined ? one : `${one}(${glosses[one]})`));
}

function narrow(text: string): string {
  return text.replace(/[！-～]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
}

function straight(text: string): string {
  return text.replace(/[“”「」]/g, '"').replace(/[‘’『』]/g, "'");
}

function gbk(text: string): Uint8Array {
  const bytes = [...text].flatMap((one) => {
    const pair = encodeCharacter(one);
    if (one < '\u0080') return [one.charCodeAt(0)];
    return pair === undefined ? [0x3f] : [pair.lead, pair.trail];
  });
  return Uint8Array.from(bytes);
}

function windows1252(bytes: Uint8Array): string {
  const read = (byte: number): string => (byte >= 0x80 && byte < 0xa0 ? windowsCharacter(byte) : '');
  return Array.from(bytes, (byte) => read(byte) || String.fromCharCode(byte)).join('');
}

/** Lines of at most so many columns, two for a wide character; a break stands where a space was, or beside a wide character. */
function wrap(text: string, columns: number): string {
  const width = (line: string) => [...line].reduce((sum, one) => sum + (/[\u2e80-\uffef]/.test(one) ? 2 : 1), 0);
  const wrapLine = (paragraph: string): string => {
    const lines = [''];
    for (const unit of paragraph.split(/(?<=[ \u2e80-\uffef])|(?=[\u2e80-\uffef])/)) {
      if (width(`${lines.at(-1)}${unit}`.trimEnd()) > columns) lines.push('');
      lines[lines.length - 1] += unit;
    }
    return lines.map((line) => line.trimEnd()).join('\n');
  };
  return text.split('\n').map(wrapLine).join('\n\n');
}

function everyNth(text: string, pattern: RegExp, n: number, left: string): string {
  let count = 0;
  return text.replace(pattern, (found) => (++count % n === 0 ? left : found));
}
