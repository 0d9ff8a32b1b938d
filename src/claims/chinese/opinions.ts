import type { Span } from '../../document/span.js';
import type { CueType } from '../../document/types.js';
import { openLexicon, openWords } from '../../lexicons/lexicon.js';
import { lazy } from '../../text/lazy.js';
import { carry, type SourcePhrase } from '../attribution.js';
import type { Clause } from '../clauses.js';
import { cueAt, type Frame, hasNext, type Lead } from '../leads.js';
import { describeSource, isSomebody } from '../nouns.js';
import type { QuotedSpan } from '../quotes/quotes.js';
import type { Reading } from '../reading.js';
import { lastSourced, record, type Scene } from '../scene.js';
import { findSubject } from './sources.js';
import { mainSubject, omittedSource } from './subjects.js';
import { startOfTag } from './tags.js';

/** Nouns that hold what somebody thinks or says, with the type of cue that they are. */
export const opinionNouns = lazy(() => openLexicon('opinion-nouns', ['word', 'type'], (row) => row.type as CueType));

/** Where in a clause a noun of opinion stands, and where what it holds begins: at the end of the clause, or behind 是. */
interface Opinion {
  /** Where whoever holds it ends, or null where nobody is named. */
  readonly owner: number | null;
  readonly noun: Span;
  readonly type: CueType;
  readonly content: number;
}

/** What links the noun with what it holds; the rest of the clause, before a colon, may say how it is (很簡單, 更實在). */
const link = /^(?:则|也|却|倒|仍|就|亦|都|只|主要|普遍)?(?:是|在于|为|即)(?!否|什么|何|因|此|准|止|由)/;
const giving = /(?:给|给出|提出|提供|列出|开出|抛出|得出|持有|持)$/;

/** The first noun of opinion of a clause that says something. `text` is the clause in the fold, offsets are its own. */
function opinionIn(text: string, mark: string): Opinion | null {
  if (mark !== ':' && !/[是为即有]|在于/.test(text)) return null;
  for (let at = 0; at < text.length; at++) {
    const owner = ownerBefore(text, at);
    const noun = owner === undefined ? null : nounAt(text, at);
    if (owner === undefined || noun === null) continue;
    const rest = text.slice(noun.end);
    const linked = link.exec(rest);
    const content = noun.end + (linked?.[0].length ?? 0);
    const span = { start: at, end: noun.end };
    if (linked !== null && (content < text.length || /[,:]/.test(mark)))
      return { owner, noun: span, type: noun.type, content };
    const isDescribed = mark === ':' && rest.length <= 12 && !/[遭被受]/.test(rest) && (owner !== null || rest === '');
    if (isDescribed || (noun.type === 'think' && /^有[一两三四几]?[条点个方面]*$/.test(rest) && /[,:]/.test(mark)))
      return { owner, noun: span, type: noun.type, content: text.length };
  }
  return null;
}

/** 他們擔心的是另一件事:…, 某某最憂慮的是…: a noun of thought that is a verb as well, with 的是. */
function heldIn(text: string, mark: string): Opinion | null {
  if (!/的.{0,2}(?:是|在于)/.test(text)) return null;
  for (let at = 1; at < text.length; at++) {
    const noun = nounAt(text, at);
    const held = noun === null ? null : holding.exec(text.slice(noun.end));
    if (noun === null || held === null || noun.type !== 'think') continue;
    const content = noun.end + held[0].length;
    const owner = text[at - 1] === '最' ? at - 1 : at;
    if (content < text.length || /[,:]/.test(mark))
      return { owner, noun: { start: at, end: noun.end }, type: noun.type, content };
  }
  return null;
}

const holding = /^的(?:还|只|正|却|主要|其实)?(?:是|在于)(?:另一件事|一件事|两件事|一点|两点|这一点)?/;

function nounAt(text: string, at: number): { end: number; type: CueType } | null {
  const noun = opinionNouns().lastAt(text, at, () => true);
  return noun === null ? null : { end: noun.end, type: noun.value };
}

/** 學界的|主流|看法: where 的 stands, with a word or nothing between it and the noun at `at`; or null. */
function possessiveBefore(text: string, at: number): number | null {
  if (text[at - 1] === '的') return at - 1;
  return text[at - 3] === '的' && openWords('opinion-adjectives').has(text.slice(at - 2, at)) ? at - 3 : null;
}

const longestLead = 4;
const leads = /^(?:其|核心|大致|大概|但|不过|给出|唯一|主要|另一个|另一|第[一二三])的?$/;

/** Where the owner of a noun ends: before 的 or 給出的; null where the noun opens the clause, undefined where it is part of something else. */
function ownerBefore(text: string, at: number): number | null | undefined {
  if (at === 0 || (at <= longestLead && leads.test(text.slice(0, at)))) return null;
  const end = possessiveBefore(text, at);
  if (end === null || end < 1) return undefined;
  const before = text.slice(0, end);
  return before.length - (giving.exec(before)?.[0].length ?? 0);
}

/** `opinion-is`: 某某的判斷是,…; 某某的理由很簡單:…; 投資人的擔憂在於…; …,理由是…: a noun of opinion with its owner. */
export const opinionIs: Frame = {
  rule: 'opinion-is',
  find(scene, index) {
    const clause = scene.clauses[index];
    if (clause === undefined) return null;
    const text = scene.reading.folded.slice(clause.start, clause.end);
    const opinion = opinionIn(text, clause.mark) ?? heldIn(text, clause.mark);
    if (opinion === null) return null;
    if (opinion.content >= text.length ? !hasNext(scene, index) : !says(text.slice(opinion.content))) return null;
    const source = holderOf(scene, clause, opinion);
    return source === null ? null : leadOf(scene, clause, opinion, source);
  },
};

/** …,理由是…: whether a clause of a report begins what its source holds anew. */
export function opensOpinion({ folded }: Reading, clause: Clause): boolean {
  const opinion = opinionIn(folded.slice(clause.start, clause.end), clause.mark);
  return (
    opinion !== null &&
    (opinion.owner === null || /^(?:得到|收到|换来|获得|获)的/.test(folded.slice(clause.start, clause.end)))
  );
}

const shortest = 4;

/** Whether what follows 是 in the clause is more than a word (建議是好的). */
function says(rest: string): boolean {
  return rest.length >= shortest && !/的$/.test(rest);
}

function holderOf(scene: Scene, clause: Span, opinion: Opinion): SourcePhrase | null {
  const { reading } = scene;
  if (opinion.owner === null) {
    if (clause.start === 0) return null;
    const source = lastActor(scene, clause) ?? omittedSource(scene, { start: clause.start, end: clause.start });
    return source !== null && isSomebody(reading, source) ? carry(source) : null;
  }
  const subject = findSubject(reading, { start: clause.start, end: clause.start + opinion.owner });
  return subject === null ? null : describeSource(reading, subject);
}

/** 親友勸他,他不肯,理由是…; 法官沒有採信。理由是…: who spoke or acted last, in this sentence or the one before. */
function lastActor(scene: Scene, clause: Span): SourcePhrase | null {
  const index = scene.paragraph.sentences.findLastIndex(({ start }) => start <= clause.start);
  const from = scene.paragraph.sentences[Math.max(0, index - 1)]?.start ?? clause.start;
  const last = lastSourced(scene, clause.start);
  const earlier = scene.clauses.filter(({ start, end }) => start >= from && end <= clause.start).reverse();
  for (const before of earlier) {
    if (last !== undefined && last.start >= before.start) return last.source;
    const subject = mainSubject(scene, before);
    if (subject !== null && isSomebody(scene.reading, subject)) return subject;
  }
  return null;
}

function leadOf({ reading }: Scene, clause: Clause, opinion: Opinion, source: SourcePhrase): Lead {
  const noun = { start: clause.start + opinion.noun.start, end: clause.start + opinion.noun.end };
  const cue = cueAt(reading.folded, noun, opinion.type);
  const at = clause.start + opinion.content;
  const content = at >= clause.end ? clause.end + 1 : at;
  return { source, cue, start: clause.start, content, confidence: opinion.owner === null ? 0.75 : 0.85 };
}

/** `opinion-is`: 某某的解釋很簡單:“…”, 某某的評語是“…”. */
export function opinionBefore(scene: Scene, quote: QuotedSpan): boolean {
  const { folded } = scene.reading;
  const end = /[:,]/.test(folded[quote.start - 1] ?? '') ? quote.start - 1 : quote.start;
  if (end === quote.start && !/^(?:[,。;!?]|$)/.test(folded.slice(quote.end, quote.end + 1))) return false;
  const start = startOfTag(scene, end);
  const text = folded.slice(start, end);
  const opinion = opinionIn(text, folded[end] === ',' ? ',' : ':');
  if (opinion === null || opinion.content < text.length || (end === quote.start && opinion.noun.end === text.length))
    return false;
  const source = holderOf(scene, { start, end }, opinion);
  if (source === null) return false;
  const cue = cueAt(folded, { start: start + opinion.noun.start, end: start + opinion.noun.end }, 'say');
  const extent = { start, end: quote.end };
  record(scene, { rule: 'opinion-is', source, cue, content: quote.inner, quote: 'direct', extent, confidence: 0.85 });
  return true;
}
