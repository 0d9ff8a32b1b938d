import type { Span } from '../document/span.js';
import type { SourceKind, SourceStatus } from '../document/types.js';
import { openLexicon, openWords } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';
import type { SourcePhrase } from './attribution.js';
import type { Reading } from './reading.js';
import { closesWith } from './word-edges.js';

/** What a noun says about a source. */
export type NounRole = 'title' | 'anonymous' | 'general' | 'report' | 'organization' | 'pronoun' | 'author';

/** The nouns and pronouns that can stand for a source. */
export const sourceNouns = lazy(() => openLexicon('claim-nouns', ['word', 'role'], (row) => row.role as NounRole));

const kinds: Readonly<Record<NounRole, SourceKind>> = {
  title: 'person',
  anonymous: 'anonymous',
  general: 'general',
  report: 'publication',
  organization: 'organization',
  pronoun: 'person',
  author: 'author',
};

const mentionKinds: Readonly<Record<string, SourceKind>> = {
  PERSON: 'person',
  ORG: 'organization',
  GPE: 'organization',
  NORP: 'general',
  WORK_OF_ART: 'publication',
  LAW: 'publication',
  PRODUCT: 'publication',
};

/** The longest source noun that ends at `end`, with where it starts and what it says. */
export function nounBefore(text: string, start: number, end: number): { start: number; role: NounRole } | null {
  const lengths = sourceNouns().lengthsEndingWith(text.charCodeAt(end - 1));
  for (let at = Math.max(start, end - 24); at < end; at++) {
    if ((lengths & (1 << (end - at))) === 0) continue;
    if (at > start && /[a-z]/.test(text[at - 1] ?? '') && /[a-z]/.test(text[at] ?? '')) continue;
    const role = sourceNouns().get(text.slice(at, end));
    if (role !== undefined) return { start: at, role };
  }
  return null;
}

/** Names kind and status of a source: by the name in it, else by its head noun, else by the look of its last token. */
export function describeSource(reading: Reading, span: Span): SourcePhrase {
  const { lower, folded } = reading;
  const noun = headNoun(lower, span) ?? nounBefore(lower, span.start, span.end);
  if (noun?.role === 'pronoun' && noun.start === span.start) return phrase(span, 'person', 'pronoun');
  if (folded[span.end] === '》') return phrase(span, 'publication', 'explicit');
  const mention = reading.mentionsIn(span).at(-1);
  if (mention !== undefined && mention.end === span.end)
    return phrase(span, mentionKinds[mention.type] ?? 'organization', 'explicit');
  if (noun !== null) return phrase(span, kinds[noun.role], statusOf(noun.role));
  return phrase(span, isPerson(reading, span) ? 'person' : 'organization', 'explicit');
}

function phrase({ start, end }: Span, kind: SourceKind, status: SourceStatus): SourcePhrase {
  return { start, end, kind, status };
}

/** people with knowledge of the talks: the noun before the first preposition. */
function headNoun(lower: string, span: Span): { start: number; role: NounRole } | null {
  const head = /^.*?(?=\s(?:of|at|for|from|with|in|familiar|close|briefed|who|on)\s)/.exec(
    lower.slice(span.start, span.end),
  );
  return head === null ? null : nounBefore(lower, span.start, span.start + head[0].length);
}

function isPerson(reading: Reading, span: Span): boolean {
  const pos = reading.tokensIn(span).at(-1)?.pos ?? '';
  const text = reading.folded.slice(span.start, span.end);
  return /^nr/.test(pos) || pos === 'Person' || /·|[人者员师士]$/.test(text);
}

/** A mention with no more confidence than this is in doubt. */
const doubtful = 0.6;

/** 校方, not 地方 or 對方: 方 closes a noun of a body. */
const side = /[^下上前后对地东西南北配处大立平]方$/;

/** How English nouns of people end that no lexicon lists (old-timers, paediatricians, chip-fryers). */
const personal =
  /(?:[a-z]{3}ists?|icians?|ologists?|makers?|keepers?|holders?|workers?|timers|goers?|owners?|dwellers?|mates?|folk|[a-z]wom[ae]n|[a-z]{2}m[ae]n|-[a-z]+ers?)$/;

/** Whether an English phrase ends like a noun of people. */
export function isPersonalNoun(text: string): boolean {
  return personal.test(text);
}

/** Whether a source can hold a view: somebody by name, by noun or by the tag of the last token, and no mere thing. */
export function isSomebody(reading: Reading, span: Span): boolean {
  const mention = reading.mentionsIn(span).findLast(({ end }) => end === span.end);
  // A place that the recogniser is in doubt about may be a bridge or a project as well: 新橋預計明年完工.
  if (mention !== undefined && (mention.type !== 'GPE' || mention.confidence > doubtful))
    return ['PERSON', 'ORG', 'GPE', 'NORP'].includes(mention.type);
  if (nounBefore(reading.lower, span.start, span.end) !== null || isApposed(reading, span)) return true;
  const pos = reading.tokensIn(span).at(-1)?.pos ?? '';
  const text = reading.folded.slice(span.start, span.end);
  if (isPersonalNoun(text)) return true;
  return (
    /^(?:nr|nt|nz|eng|x)/.test(pos) ||
    reading.folded[span.end] === '》' ||
    side.test(text) ||
    closesWith(openWords('bearer-endings'), text)
  );
}

/** 公益組織|綠芽行動: a body or role stands directly before the name that nobody knows. */
function isApposed({ lower, folded }: Reading, { start }: Span): boolean {
  if (!/\p{Script=Han}/u.test(folded[start - 1] ?? '')) return false;
  const role = nounBefore(lower, Math.max(0, start - 8), start)?.role;
  return role === 'organization' || role === 'title';
}

function statusOf(role: NounRole): SourceStatus {
  return role === 'anonymous' ? 'unnamed' : 'explicit';
}
