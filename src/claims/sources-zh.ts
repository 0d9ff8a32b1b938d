import { type Span, spanKey } from '../document/span.js';
import { openLexicon } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import { withCoinedNames } from './coined-names-zh.js';
import { isGesture } from './cues.js';
import { nounBefore, sourceNouns } from './nouns.js';
import type { Reading } from './reading.js';
import { shorten } from './shorten-zh.js';
import { type Unit, type UnitKind, unitsOf } from './units-zh.js';

/**
 * The noun phrase that is the subject of the clause part in `region`, cut to the shortest name or noun that says who;
 * null where the part has none. Reads names where the mentions layer has them and tokens where it has not. Each stretch is
 * read once, whichever frames ask for it.
 */
export function findSubject(reading: Reading, region: Span): Span | null {
  const key = spanKey(region);
  const known = reading.subjects.get(key);
  if (known !== undefined) return known;
  const found = seekSubject(reading, region);
  reading.subjects.set(key, found);
  return found;
}

function seekSubject(reading: Reading, whole: Span): Span | null {
  const region = {
    start: whole.start + (urged.exec(reading.folded.slice(whole.start, whole.end))?.[0].length ?? 0),
    end: whole.end,
  };
  const relayed = relayedIn(reading, region);
  if (relayed !== null) return relayed;
  const agent = agentIn(reading, region);
  if (agent !== null) return seekSubject(reading, agent);
  const some = someIn(reading.folded, region) ?? thereIn(reading, region) ?? paperIn(reading.folded, region);
  if (some !== null) return some;
  const phrase = nounPhrase(reading, region);
  const subject = phrase === null ? null : shorten(reading, phrase);
  return subject === null || isLanguage(reading, subject) || isGesture(reading.folded.slice(subject.start, subject.end))
    ? null
    : subject;
}

/** 用|閩南話: in what language somebody speaks. */
function isLanguage({ mentionsIn }: Reading, subject: Span): boolean {
  return mentionsIn(subject).some(({ type, end }) => type === 'LANGUAGE' && end === subject.end);
}

/** 經法官追問|才承認: what led to it; 是|某某說的. */
const urged =
  /^是(?=.)|^经(?:过|由)?[^,;:。]{0,10}(?:追问|询问|提醒|核实|质问|盘问|劝说|查询|追查|调查|讯问|审讯|点拨|解释)(?:之?下|之?后)?(?:才|方|终于|最终)?|^[^,;:。的]{0,20}(?:听见|听到|看见|只见|只听|传来)(?=.{2})/;

/** 有的|說…,有的|說…: some of them. */
function someIn(folded: string, { start, end }: Span): Span | null {
  const match = /^(?:也|还|另|更|则|,)*(有的|有些人?)(?:人)?(?:也|还|则|就|却|甚至|干脆|直接)?$/.exec(
    folded.slice(start, end),
  );
  if (match?.[1] === undefined) return null;
  const at = start + match[0].indexOf(match[1]);
  return { start: at, end: at + match[1].length };
}

/** 坊間則|有|聲音, 旁聽席上|有人, 討論區|有網民, 也有|一種看法: whoever or whatever view there is stands behind 有. */
function thereIn({ folded, lower, tokensIn }: Reading, { start, end }: Span): Span | null {
  const at = start + folded.slice(start, end).lastIndexOf('有');
  if (at <= start) return null;
  const view = viewIn.exec(folded.slice(at, end))?.[1];
  if (view !== undefined) return { start: end - view.length, end };
  const noun = nounBefore(lower, at, end);
  if (noun === null || noun.role === 'organization' || noun.start > at + 1) return null;
  const isVerb = tokensIn({ start: at, end }).some((token) => token.start === at);
  return isVerb || /[上中里内间则也还更又亦却就是网]$/.test(folded.slice(start, at))
    ? { start: noun.start, end }
    : null;
}

const viewIn = /^有(?:一|另一|这|这样一)[种派个]([^,的]{0,4}(?:看法|观点|意见|说法|声音|理论|论点|见解|学说))$/;

/** 信中|還, 文章裡|又: the paper in which it stands says it, where nobody else is named. */
function paperIn(folded: string, { start, end }: Span): Span | null {
  const match = inPaper.exec(folded.slice(start, Math.min(end, start + 12)));
  if (match?.[1] === undefined) return null;
  const at = start + match[0].length - match[1].length - 1;
  return { start: at, end: at + match[1].length };
}

const inPaper =
  /^(?:但|而|并|不过|该|这封|这份|另)?(信|函|文|书|信函|声明|报告|文章|公告|通告|通知|判词|判决书|起诉书|意见书|公开信|新闻稿|文件|日记|遗书|遗嘱|帖文|贴文|邮件|电邮)[中里内](?=$|还|又|也|亦|并|更|同时|早|已|只|则|曾|特别|明确|写)/;

const relay =
  /(?:援引|引述|引用)了?([^引,;:。]{2,30}?)的?(?:话|消息|说法|报道|分析|讲话|内容|原话)?(?:报道|报导|也|并|则)?$/;

/** Whose words are passed on, where they are somebody's: 她援引去年的記錄|說 is her own saying. */
function relayedIn(reading: Reading, region: Span): Span | null {
  const relayed = relayedBy(reading.folded, region);
  const subject = relayed === null ? null : seekSubject(reading, relayed);
  if (relayed === null || subject === null) return null;
  const isRecord = /(?:记录|纪录|数据|资料|数字|案例|例子|经验|经历)/.test(
    reading.folded.slice(relayed.start, region.end),
  );
  return isRecord && opensWithPronoun(reading, region) ? null : subject;
}

function opensWithPronoun({ tokensIn, folded }: Reading, region: Span): boolean {
  const first = tokensIn(region)[0];
  return first !== undefined && sourceNouns().get(folded.slice(first.start, first.end)) === 'pronoun';
}

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
function agentIn({ folded, tokensIn }: Reading, { start, end }: Span): Span | null {
  const match = passive.exec(folded.slice(Math.max(start, end - 40), end));
  if (match?.[1] === undefined) return null;
  const at = end - match[1].length;
  // 被捕|男子: a participle has no agent.
  return tokensIn({ start: at - 3, end: at + 3 }).some((token) => token.start < at && token.end > at)
    ? null
    : { start: at, end };
}

/** Who published the plain paper or figures that a region ends in (某部昨天公布的資料 → 某部), or null. */
export function findPublisher(reading: Reading, region: Span): Span | null {
  const units = unitsOf(reading, region);
  const rest = units.slice(skipLead(units));
  const phrase = publisherOf(reading, rest) ?? issuerOf(reading, rest);
  return phrase === null ? null : shorten(reading, phrase);
}

function nounPhrase(reading: Reading, region: Span): Span | null {
  const units = withCoinedNames(reading, unitsOf(reading, region));
  const first = skipLead(units);
  const rest = units.slice(first);
  const until = rest.findIndex((unit, index) => stops.has(unit.kind) && !isMeasure(reading, rest.slice(0, index)));
  const head = until < 0 ? rest : rest.slice(0, until);
  const actor = actorOf(reading, rest);
  if (actor !== null) return actor;
  const pronoun = pronounOf(reading, head);
  if (pronoun !== null) return pronoun;

  const issuer = issuerOf(reading, head);
  if (issuer !== null) return issuer;
  const possessor = publisherOf(reading, untilAdverb(rest));
  if (possessor !== null) return possessor;
  const person = personBehind(reading, rest, until);
  if (person !== null) return person;
  const de = rest.findLastIndex((unit) => unit.kind === 'de');
  if (de < 0 && isManner(reading, head)) return null;
  if (until > 0 && de < until && endsInPerson(reading, head)) return spanOf(head);
  // A modifier before 的 may hold verbs, times and prepositions: the noun is behind the last 的.
  if (rest[until]?.kind === 'time' && isNounOnly(rest.slice(until + 1)) && isKnown(reading, rest))
    return spanOf(rest.slice(until + 1));
  if (until >= 0 && de > until && endsInNoun(reading, rest.slice(de + 1))) return nounPhraseBehind(rest.slice(de + 1));
  return spanOf(head);
}

/** 主任某某|昨在記者會: a person by name before a time is the subject. */
function endsInPerson(reading: Reading, units: readonly Unit[]): boolean {
  const last = units.at(-1);
  return last?.kind === 'name' && reading.mentionsIn(last).some(({ type }) => type === 'PERSON');
}

/** 研究所今年春天的報告|則樂觀地: up to the first adverb behind the last 的. */
function untilAdverb(units: readonly Unit[]): readonly Unit[] {
  const de = units.findLastIndex((unit) => unit.kind === 'de');
  const stop = units.findIndex(
    (unit, index) => index > de + 1 && (unit.kind === 'adverb' || unit.kind === 'conjunction'),
  );
  return stop < 0 ? units : units.slice(0, stop);
}

/** 論文第一作者某某, 夜間經濟協會會長某某: a word that looks like a time or conjunction stands inside the role of a person. */
function personBehind(reading: Reading, units: readonly Unit[], stop: number): Span | null {
  if (stop < 1 || !/^(?:time|conjunction|adverb)$/.test(units[stop]?.kind ?? '')) return null;
  const next = units.findIndex((unit, index) => index > stop && (stops.has(unit.kind) || unit.kind === 'de'));
  const run = units.slice(stop + 1, next < 0 ? units.length : next);
  const last = run.at(-1);
  if (last?.kind !== 'name' || run.slice(0, -1).some((unit) => isAct(reading, unit))) return null;
  return reading.mentionsIn(last).some(({ type }) => type === 'PERSON') ? spanOf(run) : null;
}

/** A verb, adverb or preposition that is no title (镇长 is tagged as a verb) and links none (創辦人|兼|總裁). */
function isAct(reading: Reading, unit: Span): boolean {
  const word = reading.folded.slice(unit.start, unit.end);
  return /^(?:v$|d$|p$)/.test(posOf(reading, unit)) && word !== '兼' && !sourceNouns().has(word);
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
  const word = reading.folded.slice(first.start, first.end);
  if (word === '其' || sourceNouns().get(word) !== 'pronoun') return null;
  const pos = reading.tokensIn(second)[0]?.pos ?? '';
  // 她|與合作者 are two.
  if (/^[与和同跟及]/.test(reading.folded.slice(second.start, second.end))) return null;
  return /^[vdaulizp]/.test(pos) ? { start: first.start, end: first.end } : null;
}

/**
 * 讀者莊小姐|致電本報, 她|舉著手板, 公司昨晚|發通告: whoever the phrase opens with, where he does something on the way to the
 * cue; what a verb directly before 的 tells (他教過的學生) only modifies.
 */
function actorOf(reading: Reading, units: readonly Unit[]): Span | null {
  for (let from = units.length - 1; from >= 0; from--) {
    if (from > 0 && units[from - 1]?.kind !== 'de') continue;
    const actor = actorFrom(reading, units.slice(from));
    if (actor !== null) return actor;
  }
  return null;
}

function actorFrom(reading: Reading, units: readonly Unit[]): Span | null {
  for (let deed = 1; deed < units.length && units[deed]?.kind !== 'de'; deed++) {
    const unit = units[deed];
    // 學者颂|猜: one character at the end may belong to a name.
    if (unit === undefined || !isDoing(reading, unit) || (deed === units.length - 1 && unit.end - unit.start < 2))
      continue;
    const who = whoIn(reading, units.slice(0, deed));
    if (who === null) continue;
    const de = units.findLastIndex(({ kind }) => kind === 'de');
    return de > deed && !(who.isKnown && holdsObject(reading, units, deed, de)) ? null : who;
  }
  return null;
}

/** Whoever the units before a deed name, with times and adverbs passed over; known is a person by name or pronoun. */
function whoIn(reading: Reading, before: readonly Unit[]): (Span & { isKnown: boolean }) | null {
  const who = before.filter(({ kind }) => kind !== 'time' && kind !== 'adverb' && kind !== 'bracket');
  const [first, last] = [who[0], who.at(-1)];
  if (first === undefined || last === undefined || who.some(({ kind }) => kind !== 'word' && kind !== 'name'))
    return null;
  const word = reading.folded.slice(first.start, last.end);
  const isPronoun = who.length === 1 && word !== '其' && sourceNouns().get(word) === 'pronoun';
  const isName = reading.mentionsIn(last).some(({ type, end }) => type === 'PERSON' && end === last.end);
  const noun = nounBefore(reading.lower, first.start, last.end);
  if (!isPronoun && !isName && (noun === null || noun.role === 'report' || noun.role === 'pronoun')) return null;
  return isMeasure(reading, who) ? null : { start: first.start, end: last.end, isKnown: isPronoun || isName };
}

/** 她|援引去年走訪工廠的|記錄, 她|舉著寫有字的|手板: 的 belongs to what the verb is about, and nobody who can speak follows. */
function holdsObject(reading: Reading, units: readonly Unit[], deed: number, de: number): boolean {
  const [verb, before, last] = [units[deed], units[de - 1], units.at(-1)];
  if (verb === undefined || before === undefined || last === undefined || de === deed + 1) return false;
  if (/^p/.test(posOf(reading, verb)) || /^(?:v|u)/.test(posOf(reading, before))) return false;
  const noun = nounBefore(reading.lower, units[de + 1]?.start ?? last.start, last.end);
  return last.kind !== 'name' && (noun === null || noun.role === 'report');
}

/** 搔著|頭, 扯著|嗓子: a verb with 着 opens what somebody does, nobody. */
function isManner({ folded }: Reading, [first, second]: readonly Unit[]): boolean {
  if (first === undefined || second === undefined) return false;
  return first.end - first.start <= 2 && folded.slice(second.start, second.end) === '着';
}

/** Whether a verb begins with a unit: no noun made of one, and no word of a title. */
function isDoing(reading: Reading, unit: Unit): boolean {
  const word = reading.folded.slice(unit.start, unit.end);
  if (unit.kind !== 'word' || word === '兼' || sourceNouns().has(word)) return false;
  return /^(?:v$|vd|p$)/.test(posOf(reading, unit)) || /^.着$/.test(word);
}

/** 公司|2023年|财报: nothing but a noun between a time and the cue is the subject itself. */
function isNounOnly(units: readonly Unit[]): boolean {
  return units.length > 0 && units.every(({ kind }) => kind === 'word' || kind === 'name' || kind === 'title');
}

/** Whether a noun of sources or a name closes the units: behind 匯策|昨日 what was done is none. */
function isKnown(reading: Reading, units: readonly Unit[]): boolean {
  const last = units.at(-1);
  if (units.some(({ start, end }) => reading.folded.slice(start, end).includes('后'))) return false;
  return last !== undefined && (last.kind === 'name' || nounBefore(reading.lower, last.start, last.end) !== null);
}

/** Whether the subject, and no place or time (在…舉行的會上), follows the last 的. */
function endsInNoun(reading: Reading, units: readonly Unit[]): boolean {
  const stop = units.find((unit) => stops.has(unit.kind) || unit.kind === 'localizer');
  if (stop === undefined) return true;
  // …的前高管: behind 的 no place can be told by it.
  if (stop === units[0]) return stop.kind === 'localizer' && units.length > 1 && endsInNoun(reading, units.slice(1));
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
  if (owner.some((unit) => quoting.test(reading.folded.slice(unit.start, unit.end)))) return null;
  const maker = makerOf(reading, owner);
  if (maker !== null) return maker;
  const ownerEnd = owner.at(-1)?.end ?? 0;
  const end = beforePublishing(reading.folded, owner[0]?.start ?? 0, ownerEnd);
  const before = owner.filter((unit) => unit.end <= end);
  const until = before.findIndex((unit) => stops.has(unit.kind));
  const phrase = until < 0 ? before : before.slice(0, until);
  if (end === ownerEnd ? !isNamed(reading, phrase) : isVague(reading, phrase)) return null;
  return spanOf(phrase);
}

/** 公司遞交的|文件, 署方公布的|年報: of those whom no name tells the paper itself speaks. */
function isVague(reading: Reading, units: readonly Unit[]): boolean {
  const [first, last] = [units[0], units.at(-1)];
  return first !== undefined && last !== undefined && vague.test(reading.folded.slice(first.start, last.end));
}

const vague =
  /^(?:该|本)?(?:公司|集团|企业|机构|警方|官方|署方|局方|部方|校方|院方|市方|省里|市里|县里|区里|联赛官方|联盟|主办方|原告|被告)(?:自己)?$/;

const quoting = /^(?:援引|引述|引用|转引|取得|获得|拿到|看到|收到|提到|提及)$/;

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

/** 某部|數據: a name directly before plain figures has issued them. */
function issuerOf(reading: Reading, head: readonly Unit[]): Span | null {
  const [name, noun] = [head[0], head[1]];
  const last = head.at(-1);
  if (name === undefined || noun === undefined || last === undefined || !isNamed(reading, [name])) return null;
  // 政府工作報告: a paper by a name of its own.
  const whole = nounBefore(reading.lower, name.start, last.end);
  if (whole?.role === 'report' && whole.start === name.start) return null;
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
  if (last.kind === 'name' || last.kind === 'title') return true;
  const pos = reading.tokensIn(last)[0]?.pos ?? '';
  return /^(?:nr|nt|nz|eng)/.test(pos) || nounBefore(reading.lower, last.start, last.end)?.role === 'organization';
}
