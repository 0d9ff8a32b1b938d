import { createHash } from 'node:crypto';
import { toRaw } from '../document/alignment.js';
import { type Span, within } from '../document/span.js';
import type {
  Claim,
  ClaimKind,
  Document,
  Fact,
  FactPart,
  LayerName,
  Sentence,
  Settled,
  Source,
} from '../document/types.js';
import { pinyinOf } from '../entities/pinyin.js';
import { reasonOf } from '../entities/reasons.js';
import { codePointOffsets } from '../text/code-points.js';
import type {
  AnnotatedArticle,
  AnnotatedClaim,
  AnnotatedFact,
  AnnotatedRepair,
  AnnotatedSentence,
  AnnotatedToken,
} from './schema.js';

/** What a span looks like outside the program: its words, and both pairs of offsets in code points. */
interface OutsideSpan {
  text: string;
  start: number;
  end: number;
  rawStart: number;
  rawEnd: number;
}

/** Turns the program's spans of one document into those of the output. */
interface Frame {
  readonly point: (offset: number) => number;
  readonly rawPoint: (offset: number) => number;
  readonly place: (span: Span) => OutsideSpan;
}

/**
 * The document as it is printed: ids by position, references as ids, every offset converted once from UTF-16 to code
 * points, every `text` cut out of the repaired text. Tokens carry their part of speech only if `pos` is set.
 */
export function toAnnotatedArticle(document: Document<LayerName>, { pos = false } = {}): AnnotatedArticle {
  const { article } = document;
  const frame = frameOf(document);
  return {
    id: article.id,
    lang: document.language,
    script: document.script,
    title: article.title ?? headingOf(document),
    author: article.author ?? bylineOf(document),
    publisher: article.publisher ?? null,
    published: article.published ?? null,
    source: toSource(article.source ?? sourceOfText(article.text)),
    text: document.text,
    repairs: repairsOf(document, frame),
    sentences: sentencesOf(document, frame),
    tokens: tokensOf(document, frame, pos),
    mentions: mentionsOf(document, frame),
    entities: entitiesOf(document),
    times: document.times.map(({ start, end, type, value, mod, begin, until, anchor, zone, edtf, by }, i) => ({
      ...{ id: `t${i + 1}`, type, value, mod, begin, until, anchor, zone, edtf },
      ...{ ...frame.place({ start, end }), by },
    })),
    quantities: document.quantities.map(
      ({ start, end, type, value, low, high, unit, approx, base, baseLow, baseHigh, baseUnit, of, by }, i) => ({
        ...{ id: `q${i + 1}`, type, value, low, high, unit, approx, base, baseLow, baseHigh, baseUnit, of },
        ...{ ...frame.place({ start, end }), by },
      }),
    ),
    claims: document.claims.map((claim, i) => ({ id: `c${i + 1}`, ...claimOf(claim, frame) })),
    quotations: document.quotations.map(({ start, end, kind, reason, depth, unbalanced }, i) => ({
      ...{ id: `k${i + 1}`, ...frame.place({ start, end }), kind, reason, depth, unbalanced },
    })),
    facts: document.facts.map((fact, i) => ({ id: `f${i + 1}`, ...factOf(fact, frame) })),
    diagnostics: document.diagnostics.map(({ code, severity, message, span }) => ({
      ...{ code, severity, message },
      start: span === null ? null : frame.point(span.start),
      end: span === null ? null : frame.point(span.end),
    })),
  };
}

/** The heading that the text begins with; null where it begins with none. */
function headingOf({ text, sentences }: Document<'sentences'>): string | null {
  const [first] = sentences;
  if (first?.kind !== 'heading') return null;
  const last = sentences.findLast(({ paragraph, kind }) => paragraph === first.paragraph && kind === 'heading');
  return text.slice(first.start, last?.end ?? first.end);
}

/** The people that the bylines name, parted by commas; null where they name nobody. */
function bylineOf({ text, sentences, mentions }: Document<'sentences' | 'mentions'>): string | null {
  const bylines = sentences.filter(({ kind }) => kind === 'byline');
  const people = bylines.flatMap((byline) => within(mentions, byline).filter(({ type }) => type === 'PERSON'));
  const names = new Set(people.map(({ start, end }) => text.slice(start, end)));
  return names.size === 0 ? null : [...names].join(', ');
}

function toSource(source: Source): AnnotatedArticle['source'] {
  const {
    path,
    sha256,
    bytes,
    encoding,
    encodingBasis = null,
    encodingConfidence = null,
    frame = 'extracted',
  } = source;
  const confidence = encodingConfidence === null ? null : round(encodingConfidence);
  return { path, sha256, bytes, encoding, encodingBasis, encodingConfidence: confidence, frame };
}

/** The source of an article that was handed over as a string: its UTF-8 bytes, and no path. */
function sourceOfText(text: string): Source {
  const bytes = Buffer.from(text, 'utf8');
  return {
    path: null,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    encoding: 'UTF-8',
    frame: 'file',
  };
}

function frameOf({ raw, text, alignment }: Settled): Frame {
  const point = codePointOffsets(text);
  const rawPoint = codePointOffsets(raw);
  const place = (span: Span): OutsideSpan => {
    const rawSpan = toRaw(alignment, span);
    return {
      text: text.slice(span.start, span.end),
      start: point(span.start),
      end: point(span.end),
      rawStart: rawPoint(rawSpan.start),
      rawEnd: rawPoint(rawSpan.end),
    };
  };
  return { point, rawPoint, place };
}

/** A repaired text and its repairs as they are printed: every offset a code point. */
export function toRepairedText(document: Settled): { text: string; repairs: AnnotatedRepair[] } {
  return { text: document.text, repairs: repairsOf(document, frameOf(document)) };
}

function repairsOf({ repairs }: Settled, { point, rawPoint }: Frame): AnnotatedRepair[] {
  return repairs.map((repair, i) => ({
    id: `r${i + 1}`,
    kind: repair.kind,
    start: point(repair.start),
    end: point(repair.end),
    rawStart: rawPoint(repair.rawStart),
    rawEnd: rawPoint(repair.rawEnd),
    before: repair.before,
    after: repair.after,
    rule: repair.rule,
    confidence: round(repair.confidence),
    note: repair.note,
  }));
}

function sentencesOf(document: Document<'sentences' | 'claims'>, frame: Frame): AnnotatedSentence[] {
  const kinds = claimKindsOf(document.sentences, document.claims);
  return document.sentences.map((sentence, i) => ({
    id: `s${i + 1}`,
    ...frame.place(sentence),
    paragraph: sentence.paragraph,
    kind: sentence.kind,
    lang: sentence.language,
    script: sentence.script,
    claim: kinds.has(i),
    kinds: [...(kinds.get(i) ?? [])],
  }));
}

/** Kinds of the claims made in each sentence that makes one: those that start in it, or share most of their text with it. */
function claimKindsOf(sentences: readonly Sentence[], claims: readonly Claim[]): Map<number, Set<ClaimKind>> {
  const kinds = new Map<number, Set<ClaimKind>>();
  for (const claim of claims) {
    for (let i = claim.sentence; i < sentences.length; i++) {
      const sentence = sentences[i];
      if (sentence === undefined || (i > claim.sentence && sentence.start >= claim.end)) break;
      if (i > claim.sentence && !sharesMost(sentence, claim)) continue;
      const known = kinds.get(i) ?? new Set();
      for (const kind of claim.kinds) known.add(kind);
      kinds.set(i, known);
    }
  }
  return kinds;
}

function sharesMost(a: Span, b: Span): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared * 2 > Math.min(a.end - a.start, b.end - b.start);
}

function tokensOf({ text, folded, tokens }: Document<'tokens'>, { point }: Frame, pos: boolean): AnnotatedToken[] {
  return tokens.map((token) => ({
    start: point(token.start),
    end: point(token.end),
    text: text.slice(token.start, token.end),
    norm: folded.slice(token.start, token.end).toLowerCase(),
    ...(pos ? { pos: token.pos } : {}),
  }));
}

function mentionsOf(
  { mentions, entities }: Document<'mentions' | 'entities'>,
  { place }: Frame,
): AnnotatedArticle['mentions'] {
  const entityOf = new Map(entities.flatMap((entity, e) => entity.mentions.map((mention) => [mention, `e${e + 1}`])));
  return mentions.map((mention, i) => ({
    id: `m${i + 1}`,
    entity: entityOf.get(i) ?? null,
    type: mention.type,
    ...place(mention),
    role: mention.role === undefined ? null : place(mention.role).text,
    by: mention.by,
    confidence: round(mention.confidence),
  }));
}

function entitiesOf({ entities }: Document<'entities'>): AnnotatedArticle['entities'] {
  return entities.map(({ type, name, names, aliases, mentions, user, why }, i) => ({
    id: `e${i + 1}`,
    ...{ type, name, names: { ...names }, pinyin: pinyinOf(type, names['zh-Hans']) },
    ...{
      aliases: [...aliases],
      mentions: mentions.length,
      wikidata: user?.wikidata ?? null,
      ticker: user?.ticker ?? null,
    },
    why: [...new Set(why.map(reasonOf))],
  }));
}

function claimOf(claim: Claim, { place }: Frame): Omit<AnnotatedClaim, 'id'> {
  const { source, cue } = claim;
  return {
    sentence: `s${claim.sentence + 1}`,
    ...place(claim),
    source: source && {
      ...place(source),
      entity: source.entity === null ? null : `e${source.entity + 1}`,
      kind: source.kind,
      status: source.status,
    },
    cue: cue && { ...place(cue), type: cue.type },
    quote: claim.quote,
    kinds: [...claim.kinds],
    modality: claim.modality,
    polarity: claim.polarity,
    stance: claim.stance,
    hedges: claim.hedges.map((hedge) => ({ ...place(hedge), kind: hedge.kind })),
    checkWorthy: round(claim.checkWorthy),
    checkability: round(claim.checkability),
    stake: round(claim.stake),
    reasons: [...claim.reasons],
    entities: claim.entities.map((entity) => `e${entity + 1}`),
    times: claim.times.map((time) => `t${time + 1}`),
    quantities: claim.quantities.map((quantity) => `q${quantity + 1}`),
    rule: claim.rule,
    confidence: round(claim.confidence),
  };
}

/** Scores with four decimals: what they were added up from leaves no trace in the last bits. */
function round(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}

function factOf(
  { claim, subject, predicate, object, time, quantity, rule }: Fact,
  { place }: Frame,
): Omit<AnnotatedFact, 'id'> {
  const part = (of: FactPart) => ({ ...place(of), entity: of.entity === null ? null : `e${of.entity + 1}` });
  return {
    claim: `c${claim + 1}`,
    subject: part(subject),
    predicate: { ...place(predicate), lemma: predicate.lemma },
    object: object && part(object),
    time: time === null ? null : `t${time + 1}`,
    quantity: quantity === null ? null : `q${quantity + 1}`,
    rule,
  };
}
