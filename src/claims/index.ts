import { bySpan, contains } from '../document/span.js';
import type { Claim, Quotation } from '../document/types.js';
import { holdsWordOf } from '../lexicons/holds.js';
import { openWords } from '../lexicons/lexicon.js';
import type { Annotator, Context } from '../pipeline/stage.js';
import { holdsHan } from '../text/han.js';
import { type Attribution, isInner } from './attribution.js';
import { authorClaims } from './author.js';
import { weigh } from './check.js';
import { attributeChinese } from './chinese/frames.js';
import { attributeEnglish } from './english/frames.js';
import { readHedges } from './hedges.js';
import { kindsOf, kindWordsOf } from './kinds/kinds.js';
import type { NumberedWords } from './kinds/words.js';
import { type Links, link } from './links.js';
import { polarityOf } from './polarity.js';
import { antecedentOf } from './pronouns.js';
import { type OpenTag, openTag, takeBlock } from './quotes/block-quotes.js';
import { classifyOutside, classifyQuotes } from './quotes/classes.js';
import { interviewTurns, type Turn, takeTurns } from './quotes/interviews.js';
import {
  type ClaimDocument,
  type NumberedSentence,
  type Paragraph,
  type Reading,
  read,
  sentenceAt,
} from './reading.js';
import { byLanguage, openScene, type Scene } from './scene.js';

/** Who says what, how sure, and whether it can be checked. */
export const claims: Annotator<
  'sentences' | 'tokens' | 'times' | 'quantities' | 'mentions' | 'entities',
  'claims' | 'quotations'
> = {
  name: 'claims',
  requires: ['sentences', 'tokens', 'times', 'quantities', 'mentions', 'entities'],
  provides: ['claims', 'quotations'],
  annotate(document, context) {
    if (context.guide?.isOn('claims') === false) return { layers: { claims: [], quotations: [] }, diagnostics: [] };
    return { layers: findClaims(document, context), diagnostics: [] };
  },
};

function findClaims(
  document: ClaimDocument,
  { published }: Context,
): { claims: readonly Claim[]; quotations: readonly Quotation[] } {
  const reading = read(document);
  const links = link(document);
  const { tokens, mentions, times, quantities } = document;
  const kindWords = kindWordsOf({ lower: reading.lower, tokens, mentions, times, quantities });
  const known = { links, published, kindWords };
  let tag: OpenTag | null = null;
  let before: Attribution | null = null;
  let speaker: number | null = null;
  const quotations: Quotation[] = [];
  const turns = interviewTurns(reading);
  const claims = reading.paragraphs.flatMap((paragraph) => {
    const scene = openScene(reading, paragraph, before);
    const found = attribute(scene, tag, turns.get(paragraph) ?? []);
    tag = openTag(scene);
    before = closingSpeech(scene);
    for (const quotation of classifyQuotes(scene)) quotations.push(quotation);
    const claimed = found.map((attribution) => toClaim(reading, paragraph, attribution, known));
    const resolved = linkPronouns(reading, paragraph, claimed, links, speaker);
    speaker = resolved.findLast(({ source }) => isPerson(source))?.source?.entity ?? null;
    return resolved;
  });
  const outside = document.sentences
    .filter(({ kind }) => kind === 'heading' || kind === 'caption')
    .flatMap((line) => classifyOutside(reading, line, quotations));
  return { claims, quotations: [...quotations, ...outside].sort(bySpan) };
}

/** The direct speech in which a paragraph ends, with nothing but its tag behind it. */
function closingSpeech({ found, paragraph, reading }: Scene): Attribution | null {
  let last: Attribution | undefined;
  for (const attribution of found)
    if (!isInner(attribution) && (last === undefined || bySpan(attribution, last) >= 0)) last = attribution;
  if (last === undefined || last.quote !== 'direct' || last.source === null) return null;
  const end = Math.max(last.extent?.end ?? last.end, last.cue?.end ?? 0);
  return /[。!?.]\s*\S/.test(reading.folded.slice(end, paragraph.end)) ? null : last;
}

/** Every attribution of a paragraph and the author's own claims, by span. */
function attribute(scene: Scene, tag: OpenTag | null, turns: readonly Turn[]): Attribution[] {
  const { reading, paragraph } = scene;
  if (tag !== null) takeBlock(scene, tag);
  if (paragraph.sentences.every(isProse)) {
    for (const part of byLanguage(scene)) {
      if (part.paragraph.sentences[0]?.language === 'en') attributeEnglish(part);
      else attributeChinese(part);
    }
  }
  takeTurns(scene, turns);
  return [...scene.found, ...authorClaims(scene)]
    .filter((found) => found.start < found.end && !isQuestion(reading, found) && !isRefusal(reading, found))
    .sort(bySpan);
}

/** A quotation that only asks claims nothing; a rhetorical one does (哪有), and in English what somebody says without asking (“So who is it for?” he said). */
function isQuestion({ folded }: Reading, { start, end, quote, cue, source }: Attribution): boolean {
  const said = folded.slice(start, end);
  if (quote !== 'direct' || !/^[^。!?.]*[?]+$/.test(said)) return false;
  if (source !== null && cue !== null && cue.type !== 'ask' && !holdsHan(said)) return false;
  return !asserts(said);
}

/** Whether a question has a word in it that says what its answer is, or a Chinese one tells something before it asks. */
function asserts(said: string): boolean {
  if (/^[^,]{4,},/.test(said) && /\p{Script=Han}/u.test(said) && !/谁来|请问/.test(said)) return true;
  return holdsWordOf(openWords('rhetorical-words'), said);
}

/** To say “no comment” is to claim nothing. */
function isRefusal({ lower }: Reading, { start, end }: Attribution): boolean {
  return openWords('refusals').has(lower.slice(start, end).replace(/[。.,!]$/, ''));
}

const longestProse = 2000;

/** Whether a sentence can be read for frames: a longer stretch without an end mark is a list or a table, or a piece of one. */
function isProse({ start, end }: NumberedSentence): boolean {
  return end - start <= longestProse;
}

/** What every claim of a document is read with. */
interface KnownOfDocument {
  readonly links: Links;
  readonly kindWords: NumberedWords;
  readonly published: string | null;
}

function toClaim(
  reading: Reading,
  paragraph: Paragraph,
  attribution: Attribution,
  { links, published, kindWords }: KnownOfDocument,
): Claim {
  const { lower, words } = reading;
  const { start, end, source, cue, quote, stance, rule, confidence, negated } = attribution;
  const content = { start, end };
  const times = links.timesIn(content);
  const quantities = links.quantitiesIn(content);
  const entities = links.entitiesIn(content);
  const figures = reading.quantitiesIn(content);
  const { hedges, modality } = readHedges(words, content, cue?.type === 'predict');
  const dated = reading.timesIn(content);
  const quotes = quote === 'none' ? paragraph.quotes.filter((inner) => contains(content, inner)) : [];
  const mentions = reading.mentionsIn(content);
  const quoted = [...quotes, ...mentions];
  const said = cue === null ? '' : lower.slice(cue.start, cue.end);
  const tokens = reading.tokensIn(content);
  const kinds = kindsOf(
    {
      words,
      content,
      tokens,
      times: dated,
      quantities: figures,
      mentions,
      quoted,
      published,
      quote,
      cue: said,
      cueType: cue?.type ?? null,
    },
    kindWords,
  );
  const names = entities.length + (source === null ? 0 : 1);
  const check = weigh({ words, attribution, kinds, modality, quantities: figures, names, times: times.length });
  return {
    start,
    end,
    sentence: (sentenceAt(paragraph, start) ?? paragraph.sentences[0])?.index ?? 0,
    source: source === null ? null : links.resolve(source),
    cue,
    quote,
    kinds,
    modality,
    polarity: polarityOf(words, content, tokens, negated),
    stance,
    hedges,
    checkability: check.checkability,
    stake: check.stake,
    checkWorthy: check.checkWorthy,
    reasons: check.reasons,
    entities,
    times,
    quantities,
    rule,
    confidence,
  };
}

/** The claims of a paragraph with he and she, 他 and 她 linked to the persons behind them; `speaker` spoke last before it. */
function linkPronouns(
  reading: Reading,
  paragraph: Paragraph,
  claims: readonly Claim[],
  links: Links,
  speaker: number | null,
): readonly Claim[] {
  if (claims.every(({ source }) => source === null)) return claims;
  const linked: Claim[] = [];
  let spoke: { entity: number; at: number } | null = null;
  const inOrder = claims.toSorted((a, b) => (a.source?.start ?? 0) - (b.source?.start ?? 0));
  const entities = new Map<Claim, number | null>();
  for (const claim of inOrder) {
    const { source } = claim;
    if (source === null) continue;
    const entity: number | null =
      source.status === 'pronoun' ? antecedentOf(reading, paragraph, source, links, spoke, speaker) : source.entity;
    entities.set(claim, entity);
    if (source.kind === 'person' && entity !== null) spoke = { entity, at: source.start };
  }
  for (const claim of claims) {
    const { source } = claim;
    const entity = entities.get(claim) ?? null;
    linked.push(source === null || source.entity === entity ? claim : { ...claim, source: { ...source, entity } });
  }
  return linked;
}

function isPerson(source: Claim['source']): boolean {
  return source !== null && source.kind === 'person' && source.entity !== null;
}
