import type { Span } from '../document/span.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import { nounBefore, sourceNouns } from './nouns.js';
import type { Reading } from './reading.js';

type Role = 'adverb' | 'conjunction' | 'preposition' | 'localizer';

const roles = lazy(() => openLexicon('claim-adverbs', ['word', 'role'], (row) => row.role as Role));

type UnitKind = Role | 'name' | 'time' | 'bracket' | 'title' | 'mark' | 'word' | 'de';

/** A token, or a name, time, bracket or 《title》 taken whole. */
interface Unit extends Span {
  readonly kind: UnitKind;
}

/**
 * The noun phrase that is the subject of the clause part in `region`, cut to the shortest name or noun that says who;
 * null where the part has none. Reads names where the mentions layer has them and tokens where it has not.
 */
export function findSubject(reading: Reading, region: Span): Span | null {
  const relayed = relayedBy(reading.folded, region) ?? agentIn(reading.folded, region);
  if (relayed !== null) return findSubject(reading, relayed);
  const phrase = nounPhrase(reading, region);
  return phrase === null ? null : shorten(reading, phrase);
}

const relay =
  /(?:援引|引述|引用)了?([^引,;:。]{2,30}?)的?(?:话|消息|说法|报道|分析|讲话|内容|原话)?(?:报道|报导|也|并|则)?$/;

/** 媒體援引知情人士的話|稱: whose words are passed on; a law or figures that are referred to speak for the one who does so. */
function relayedBy(folded: string, { start, end }: Span): Span | null {
  const from = Math.max(start, end - 48);
  const match = relay.exec(folded.slice(from, end));
  if (match?.[1] === undefined || /(?:[》法据]|条例|规定)$/.test(match[1])) return null;
  const at = from + match.index + match[0].indexOf(match[1]);
  return { start: at, end: at + match[1].length };
}

const passive = /[^,;:。](?:遭(?![遇受])到?|被|备受|受到)([^,;:。的]{2,16})$/;

/** 這項政策遭在野黨|批評: the agent of a passive says it. */
function agentIn(folded: string, { start, end }: Span): Span | null {
  const match = passive.exec(folded.slice(Math.max(start, end - 40), end));
  return match?.[1] === undefined ? null : { start: end - match[1].length, end };
}

/** Who published the plain paper or figures that a region ends in (某部昨天公布的資料 → 某部), or null. */
export function findPublisher(reading: Reading, region: Span): Span | null {
  const units = unitsOf(reading, region);
  const rest = units.slice(skipLead(units));
  const phrase = publisherOf(reading, rest) ?? issuerOf(reading, rest);
  return phrase === null ? null : shorten(reading, phrase);
}

function nounPhrase(reading: Reading, region: Span): Span | null {
  const units = unitsOf(reading, region);
  const first = skipLead(units);
  const rest = units.slice(first);
  const until = rest.findIndex((unit, index) => stops.has(unit.kind) && !isMeasure(reading, rest.slice(0, index)));
  const head = until < 0 ? rest : rest.slice(0, until);
  const pronoun = pronounOf(reading, head);
  if (pronoun !== null) return pronoun;
  const issuer = issuerOf(reading, head);
  if (issuer !== null) return issuer;
  const possessor = publisherOf(reading, rest);
  if (possessor !== null) return possessor;
  const person = personBehind(reading, rest, until);
  if (person !== null) return person;
  // A modifier before 的 may hold verbs, times and prepositions: the noun is behind the last 的.
  if (rest[until]?.kind === 'time' && isNounOnly(rest.slice(until + 1))) return spanOf(rest.slice(until + 1));
  const de = rest.findLastIndex((unit) => unit.kind === 'de');
  if (until >= 0 && de > until && endsInNoun(reading, rest.slice(de + 1))) return nounPhraseBehind(rest.slice(de + 1));
  return spanOf(head);
}

/** 論文第一作者某某, 夜間經濟協會會長某某: a word that looks like a time or conjunction stands inside the role of a person. */
function personBehind(reading: Reading, units: readonly Unit[], stop: number): Span | null {
  if (stop < 1 || !/^(?:time|conjunction|adverb)$/.test(units[stop]?.kind ?? '')) return null;
  const next = units.findIndex((unit, index) => index > stop && (stops.has(unit.kind) || unit.kind === 'de'));
  const run = units.slice(stop + 1, next < 0 ? units.length : next);
  const last = run.at(-1);
  if (last?.kind !== 'name' || run.slice(0, -1).some((unit) => /^(?:v$|d$|p$)/.test(posOf(reading, unit)))) return null;
  return reading.mentionsIn(last).some(({ type }) => type === 'PERSON') ? spanOf(run) : null;
}

function posOf(reading: Reading, unit: Span): string {
  return reading.tokensIn(unit)[0]?.pos ?? '';
}

/** 多位|受訪|專家: what follows a bare measure belongs to its noun. */
function isMeasure({ folded }: Reading, units: readonly Unit[]): boolean {
  const [first, last] = [units[0], units.at(-1)];
  if (first === undefined || last === undefined) return false;
  return /^(?:(?:这|那|该|有)?[一两二三四五六七八九十多数几某\d]+)?(?:位|名|家|群|批|些)$/.test(
    folded.slice(first.start, last.end),
  );
}

const stops: ReadonlySet<UnitKind> = new Set(['adverb', 'preposition', 'time', 'conjunction', 'mark']);
const leads: ReadonlySet<UnitKind> = new Set(['adverb', 'conjunction', 'time', 'mark', 'bracket', 'localizer']);

function nounPhraseBehind(units: readonly Unit[]): Span | null {
  const until = units.findIndex((unit) => stops.has(unit.kind));
  return spanOf(until < 0 ? units : units.slice(0, until));
}

/** 她|笑着: a pronoun with a manner behind it is the subject alone; 他的|父親 and 他|父親 are not. */
function pronounOf(reading: Reading, head: readonly Unit[]): Span | null {
  const [first, second] = head;
  if (first === undefined || second === undefined || second.kind === 'de') return null;
  if (sourceNouns().get(reading.folded.slice(first.start, first.end)) !== 'pronoun') return null;
  const pos = reading.tokensIn(second)[0]?.pos ?? '';
  return /^[vdauliz]/.test(pos) ? { start: first.start, end: first.end } : null;
}

/** 公司|2023年|财报: nothing but a noun between a time and the cue is the subject itself. */
function isNounOnly(units: readonly Unit[]): boolean {
  return units.length > 0 && units.every(({ kind }) => kind === 'word' || kind === 'name' || kind === 'title');
}

/** Whether the subject, and no place or time (在…舉行的會上), follows the last 的. */
function endsInNoun(reading: Reading, units: readonly Unit[]): boolean {
  const stop = units.find((unit) => stops.has(unit.kind) || unit.kind === 'localizer');
  if (stop === undefined) return true;
  if (stop === units[0]) return false;
  // …的教師某某|對記者, 的教授某某|在電話中: a noun stands before the preposition.
  if (stop.kind === 'preposition') return true;
  return stop.kind === 'adverb' && !/[上中里时后间]$/.test(reading.folded.slice(stop.start, stop.end));
}

function spanOf(units: readonly Unit[]): Span | null {
  const named = units.filter((unit) => unit.kind !== 'bracket');
  const [first, last] = [named[0], named.at(-1)];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

/** Passes conjunctions, adverbs, times and whole prepositional phrases (在…上) before the subject. */
function skipLead(units: readonly Unit[]): number {
  let at = 0;
  while (at < units.length) {
    const kind = units[at]?.kind ?? 'word';
    if (leads.has(kind)) at++;
    else if (kind === 'preposition') {
      const end = units.findIndex((unit, index) => index > at && unit.kind === 'localizer');
      if (end < 0) return at + 1;
      at = end + 1;
    } else break;
  }
  return at;
}

const publishing = lazy(() => openLexicon('publishing-words', ['word', 'role'], (row) => row.role));

/** 某机构（某日）公布的数据: whoever published a plain report is its source. */
function publisherOf(reading: Reading, units: readonly Unit[]): Span | null {
  const de = units.findLastIndex((unit) => unit.kind === 'de');
  const last = units.at(-1);
  const behind = units[de + 1];
  if (de < 1 || last === undefined || behind === undefined) return null;
  if (!isPaper(reading.folded.slice(behind.start, last.end))) return null;
  const owner = units.slice(beforeDe(reading, units, de), de);
  const ownerEnd = owner.at(-1)?.end ?? 0;
  const end = beforePublishing(reading.folded, owner[0]?.start ?? 0, ownerEnd);
  const before = owner.filter((unit) => unit.end <= end);
  const until = before.findIndex((unit) => stops.has(unit.kind));
  const phrase = until < 0 ? before : before.slice(0, until);
  if (end === ownerEnd && !isNamed(reading, phrase)) return null;
  return spanOf(phrase);
}

/** 委託某公司所做的調查: whoever was asked to make it stands behind 委託 or 由. */
function beforeDe(reading: Reading, units: readonly Unit[], de: number): number {
  return (
    1 +
    units.slice(0, de).findLastIndex(({ start, end }) => /^(?:委托|委请|由|经)$/.test(reading.folded.slice(start, end)))
  );
}

/** 某部|數據: a name directly before plain figures has issued them. */
function issuerOf(reading: Reading, head: readonly Unit[]): Span | null {
  const [name, noun] = [head[0], head[1]];
  const last = head.at(-1);
  if (name === undefined || noun === undefined || last === undefined || !isNamed(reading, [name])) return null;
  return isPaper(reading.folded.slice(noun.start, last.end)) ? { start: name.start, end: name.end } : null;
}

const longestPaper = 12;

/** Whether a noun is a plain paper or set of figures: its last word says so. */
function isPaper(noun: string): boolean {
  if (noun.length > longestPaper) return false;
  for (let start = 0; start < noun.length; start++)
    if (/^(?:figures|both)$/.test(publishing().get(noun.slice(start)) ?? '')) return true;
  return false;
}

/** Where the verbs of publishing at the end of a modifier begin. */
function beforePublishing(folded: string, start: number, end: number): number {
  for (let length = 3; length >= 2; length--)
    if (end - length > start && /^(?:publish|both)$/.test(publishing().get(folded.slice(end - length, end)) ?? ''))
      return beforePublishing(folded, start, end - length);
  return end;
}

function isNamed(reading: Reading, units: readonly Unit[]): boolean {
  const last = units.at(-1);
  if (last === undefined) return false;
  if (last.kind === 'name') return true;
  const pos = reading.tokensIn(last)[0]?.pos ?? '';
  return /^(?:nr|nt|nz|eng)/.test(pos) || nounBefore(reading.lower, last.start, last.end)?.role === 'organization';
}

function unitsOf(reading: Reading, region: Span): Unit[] {
  const wholes = [
    ...reading.mentionsIn(region).map((span) => ({ start: span.start, end: span.end, kind: 'name' as const })),
    ...reading.timesIn(region).map((span) => ({ start: span.start, end: span.end, kind: 'time' as const })),
    ...bracketsIn(reading.folded, region),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const units: Unit[] = [];
  let at = region.start;
  for (const whole of wholes) {
    if (whole.start < at) continue;
    units.push(...plainUnits(reading, { start: at, end: whole.start }), whole);
    at = whole.end;
  }
  units.push(...plainUnits(reading, { start: at, end: region.end }));
  return units.map((unit, index) => (isManner(reading, units, index) ? { ...unit, kind: 'adverb' } : unit));
}

/** 持平|地|說: a word before 地, and 地 itself, say in what manner. */
function isManner({ folded }: Reading, units: readonly Unit[], index: number): boolean {
  const is = (unit: Unit | undefined): boolean => unit !== undefined && folded.slice(unit.start, unit.end) === '地';
  return index > 0 && units[index]?.kind === 'word' && (is(units[index]) || is(units[index + 1]));
}

function plainUnits(reading: Reading, gap: Span): Unit[] {
  const tokens = reading.tokensIn({ start: gap.start - 8, end: gap.end + 8 });
  return tokens
    .map((token) => ({ ...token, start: Math.max(token.start, gap.start), end: Math.min(token.end, gap.end) }))
    .filter((token) => token.start < token.end)
    .map((token, index, all) => ({
      start: token.start,
      end: token.end,
      kind: kindOf(
        reading.folded.slice(token.start, token.end),
        token.pos,
        reading.folded[all[index + 1]?.start ?? -1],
      ),
    }));
}

function kindOf(word: string, pos: string, next: string | undefined): UnitKind {
  if (word === '的') return 'de';
  const role = roles().get(word);
  if (role !== undefined) return role;
  if (/^[,;:。!?\s—]/.test(word)) return 'mark';
  if (pos === 't' || (pos === 'm' && '年月日时点'.includes(next ?? '无'))) return 'time';
  if (/^[年月日]$/.test(word) || /^\d{1,4}[年月日]/.test(word)) return 'time';
  return 'word';
}

function bracketsIn(folded: string, region: Span): Unit[] {
  const text = folded.slice(region.start, region.end);
  return [...text.matchAll(/[((][^()()]{0,60}[))]|《[^《》]{0,60}》/g)].map((match) => ({
    start: region.start + match.index,
    end: region.start + match.index + match[0].length,
    kind: match[0].startsWith('《') ? 'title' : 'bracket',
  }));
}

const longestSource = 30;

/** 國內某公司一位前工程師 → 前工程師; 某公司CEO某某 → 某某; 論文《…》 → the title. */
function shorten(reading: Reading, phrase: Span): Span | null {
  const { folded } = reading;
  let { start, end } = trimMarks(folded, phrase);
  const text = folded.slice(start, end);
  const title = /《([^《》]+)》[^《》的]{0,4}$/.exec(text);
  if (title !== null && (title.index + title[0].length === text.length || text.endsWith('》'))) {
    const from = start + title.index + 1;
    return { start: from, end: from + (title[1]?.length ?? 0) };
  }
  end -=
    /(?:官方网站|官方微博|官方公众号|官网|官微|网站|方面|一方|等人|等)$/.exec(folded.slice(start, end))?.[0].length ??
    0;
  end = beforeAdverb(folded, start, end);
  end = start + (/^(.{2,12}?)在.+[上中里时后]$/.exec(folded.slice(start, end))?.[1]?.length ?? end - start);
  end = beforeScene(reading, start, end);
  const name = reading.mentionsIn({ start, end }).findLast((mention) => mention.end === end);
  if (name !== undefined) return name.type === 'NORP' ? { start, end } : withPartner(reading, start, name);
  if (isBareHead(folded.slice(start, end))) return { start: pastQuantifier(folded, start, end), end };
  start = pastModifier(reading, start, end);
  start +=
    /^(?:[^的]{1,6}[上中里内])?(?:也|还|更|又|都)?(?:有|据)(?=[^关])(?!人$)/.exec(folded.slice(start, end))?.[0]
      .length ?? 0;
  start = pastQuantifier(folded, start, end);
  start = pastTitle(reading, start, end);
  return start < end && end - start <= longestSource && isNominal(folded.slice(start, end)) ? { start, end } : null;
}

/** A token can run a name and an adverb together (某某賽後): the adverb goes. */
function beforeAdverb(folded: string, start: number, end: number): number {
  for (let length = 4; length >= 2; length--) {
    const role = end - length >= start + 2 ? roles().get(folded.slice(end - length, end)) : undefined;
    if (role === 'adverb' || role === 'conjunction') return end - length;
  }
  // 黨團|則, 公司|也: one character that links and never ends a noun.
  return end - start >= 3 && /[则也却亦还]/.test(folded[end - 1] ?? '') ? end - 1 : end;
}

/** 某某|步出法庭時: what somebody did at the time is no part of who. */
function beforeScene(reading: Reading, start: number, end: number): number {
  if (!/[时后前间]$/.test(reading.folded.slice(start, end))) return end;
  const name = reading.mentionsIn({ start, end }).find(({ type }) => type === 'PERSON' || type === 'ORG');
  const next = name === undefined ? undefined : reading.tokensIn({ start: name.end, end })[0];
  return name !== undefined && next !== undefined && /^[vdp]/.test(next.pos) ? name.end : end;
}

/** 接近公司的人士: a head noun that alone says nothing keeps its modifier. */
function isBareHead(text: string): boolean {
  return text.length <= longestSource && /^.{2,}的(?:人士|人|人们)$/.test(text);
}

/** Passes a modifier with 的; a single adjective (不同的機構) stays. */
function pastModifier(reading: Reading, start: number, end: number): number {
  const length = /^.*的(?=[^的])/.exec(reading.folded.slice(start, end))?.[0].length ?? 0;
  const modifier = reading.tokensIn({ start, end: start + length });
  return modifier.length === 2 && modifier[0]?.pos === 'a' ? start : start + length;
}

/** Two names joined (甲和乙) are one source. */
function withPartner(reading: Reading, start: number, name: Span): Span {
  const joined = /[和与及、]$/.test(reading.folded.slice(start, name.start));
  const partner = reading.mentionsIn({ start, end: name.start - 1 }).at(-1);
  const adjoins = joined && partner !== undefined && partner.end === name.start - 1;
  return { start: adjoins ? partner.start : name.start, end: name.end };
}

function trimMarks(folded: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /[\s,、:;“”‘’"]/.test(folded[start] ?? '')) start++;
  while (start < end && /[\s,、:;“”‘’"]/.test(folded[end - 1] ?? '')) end--;
  return { start, end };
}

function isNominal(text: string): boolean {
  if (text.endsWith('地') && !/[当各内本外陆基产工营]地$/.test(text)) return false;
  if (/^(?:也|还|更|又|都)?有$|(?:期间|以来|之后|之前|时期|同时)$/.test(text)) return false;
  if (/未获|未能|没有|尚未|并未|未经|拒绝/.test(text)) return false;
  if (/(?:谁|什么|哪些|哪个|哪家)$|^(?:谁|什么|哪)/.test(text)) return false;
  return !/^(?:不|没|没有|并不|并未|是|这|那|那么|什么|怎么|为何|如何)$/.test(text) && /[\p{L}]/u.test(text);
}

const quantifier = /^.*?[一两二三四五六七八九十多数几某\d](?:位|名|家|份|项|群|批|篇|款)(?=[^的])/;
const vague = /(?:许多|不少|众多|很多|大多数|多数|部分|所有|一些|有些)(?=.)/g;

function pastQuantifier(folded: string, start: number, end: number): number {
  const text = folded.slice(start, end);
  const counted = quantifier.exec(text);
  if (counted !== null && counted[0].length < text.length) return start + counted[0].length;
  const last = [...text.matchAll(vague)].at(-1);
  return last === undefined ? start : start + last.index;
}

/** Passes the titles and organisations before a person's name (某集團董事長|某某). */
function pastTitle(reading: Reading, start: number, end: number): number {
  const limit = end - 2;
  for (let cut = limit; cut > start; cut--) {
    if (reading.mentionsIn({ start, end }).some((mention) => mention.start < cut && cut < mention.end)) continue;
    const noun = nounBefore(reading.lower, start, cut);
    if (noun === null || (noun.role !== 'title' && noun.role !== 'organization')) continue;
    const rest = reading.folded.slice(cut, end).replace(/^[\s、]+/, '');
    if (noun.role === 'organization' && (cut - noun.start < 2 || !looksCoined(rest))) continue;
    if (looksLikeName(rest) && sourceNouns().get(rest.toLowerCase()) === undefined) return end - rest.length;
  }
  return lastName(reading, start, end);
}

function looksLikeName(rest: string): boolean {
  return /^[\p{Script=Han}]{2,4}$/u.test(rest) || /^[\p{Script=Han}A-Z][\p{L}.·\- ]{1,28}$/u.test(rest);
}

/** After 公司 or 機構 only a made name can follow (初創公司|某某智算), no common noun (公司|高管). */
function looksCoined(rest: string): boolean {
  return !/^(?:高管|员工|内部|方面|管理层|创始人|负责人|人士|股东|代表)/.test(rest);
}

/** The token that jieba tags as a person's name at the end of a longer phrase. */
function lastName(reading: Reading, start: number, end: number): number {
  const last = reading.tokensIn({ start, end }).at(-1);
  const isName = last !== undefined && last.end === end && /^nr/.test(last.pos) && last.end - last.start >= 2;
  return isName && nounBefore(reading.lower, start, last.start) !== null ? last.start : start;
}
