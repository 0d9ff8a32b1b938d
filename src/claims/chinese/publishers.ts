import type { Span } from '../../document/span.js';
import { openLexicon, openWords } from '../../lexicons/lexicon.js';
import { lazy } from '../../text/lazy.js';
import { nounBefore } from '../nouns.js';
import type { Reading } from '../reading.js';
import { spanOf, stops, type Unit } from './units.js';

const publishing = lazy(() => openLexicon('publishing-words', ['word', 'role'], (row) => row.role));

/** 某机构（某日）公布的数据: whoever published a plain report is its source. */
export function publisherOf(reading: Reading, units: readonly Unit[]): Span | null {
  const de = units.findLastIndex((unit) => unit.kind === 'de');
  const last = units.at(-1);
  const behind = units[de + 1];
  if (de < 1 || last === undefined || behind === undefined) return null;
  const noun = reading.folded.slice(behind.start, last.end);
  if (!isPaper(noun)) return null;
  const owner = units.slice(beforeDe(reading, units, de), de);
  if (owner.some((unit) => openWords('quoting-verbs').has(reading.folded.slice(unit.start, unit.end)))) return null;
  const maker = makerOf(reading, owner);
  if (maker !== null) return maker;
  const ownerEnd = owner.at(-1)?.end ?? 0;
  const end = beforePublishing(reading.folded, owner[0]?.start ?? 0, ownerEnd);
  // 部門印發的|通報: a document that was issued speaks for itself.
  if (end < ownerEnd && isDocument(noun)) return null;
  const before = owner.filter((unit) => unit.end <= end);
  const until = before.findIndex((unit) => stops.has(unit.kind));
  const phrase = until < 0 ? before : before.slice(0, until);
  if (end === ownerEnd ? !isNamed(reading, phrase) : isVague(reading, phrase)) return null;
  return spanOf(phrase);
}

/** 公司遞交的|文件, 署方公布的|年報: of those whom no name tells the paper itself speaks. */
function isVague(reading: Reading, units: readonly Unit[]): boolean {
  const [first, last] = [units[0], units.at(-1)];
  if (first === undefined || last === undefined) return false;
  const body = reading.folded.slice(first.start, last.end).replace(/^[该本]|自己$/g, '');
  return openWords('vague-publishers').has(body);
}

/** 某大學|一項涉及兩千人的研究: a body and one paper of it. */
function makerOf(reading: Reading, [name, measure]: readonly Unit[]): Span | null {
  if (name === undefined || measure === undefined || name.kind !== 'name') return null;
  const isOne = /^一(?:项|份|篇|个|次)$/.test(reading.folded.slice(measure.start, measure.end));
  return isOne && reading.mentionsIn(name).some(({ type }) => type === 'ORG')
    ? { start: name.start, end: name.end }
    : null;
}

/** 委託某公司所做的調查: whoever was asked to make it stands behind 委託 or 由. */
function beforeDe(reading: Reading, units: readonly Unit[], de: number): number {
  return (
    1 +
    units.slice(0, de).findLastIndex(({ start, end }) => /^(?:委托|委请|由|经)$/.test(reading.folded.slice(start, end)))
  );
}

/** 某部|數據: a name directly before plain figures has issued them; 芬蘭|一項研究 is only made there. */
export function issuerOf(reading: Reading, head: readonly Unit[]): Span | null {
  const [name, noun] = [head[0], head[1]];
  const last = head.at(-1);
  if (name === undefined || noun === undefined || last === undefined || !isNamed(reading, [name])) return null;
  // 政府工作報告: a paper by a name of its own.
  const isMadeThere = reading.mentionsIn(name).some(({ type }) => type === 'GPE' || type === 'LOC');
  if (isMadeThere && /研究|论文|实验$/.test(reading.folded.slice(noun.start, last.end))) return null;
  const whole = nounBefore(reading.lower, name.start, last.end);
  if (whole?.role === 'report' && whole.start === name.start) return null;
  return isPaper(reading.folded.slice(noun.start, last.end)) ? { start: name.start, end: name.end } : null;
}

const longestPaper = 12;

/** Whether a noun is a plain paper or set of figures: its last word says so. */
function isPaper(noun: string): boolean {
  return roleOf(noun) !== null;
}

function isDocument(noun: string): boolean {
  return /^(?:document|announced)$/.test(roleOf(noun) ?? '');
}

/** The role of the longest word of papers and figures that a noun closes with, or null. */
function roleOf(noun: string): string | null {
  if (noun.length > longestPaper) return null;
  for (let start = 0; start < noun.length; start++) {
    const role = publishing().get(noun.slice(start));
    if (role !== undefined && role !== 'publish') return role;
  }
  return null;
}

/** Where the verbs of publishing at the end of a modifier begin. */
function beforePublishing(folded: string, start: number, end: number): number {
  for (let length = 3; length >= 2; length--)
    if (
      end - length > start &&
      /^(?:publish|both|announced)$/.test(publishing().get(folded.slice(end - length, end)) ?? '')
    )
      return beforePublishing(folded, start, end - length);
  return end;
}

function isNamed(reading: Reading, units: readonly Unit[]): boolean {
  const last = units.at(-1);
  if (last === undefined) return false;
  if (last.kind === 'name' || last.kind === 'title') return true;
  const pos = reading.tokensIn(last)[0]?.pos ?? '';
  return /^(?:nr|nt|nz|eng)/.test(pos) || nounBefore(reading.lower, last.start, last.end)?.role === 'organization';
}
