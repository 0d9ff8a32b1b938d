import type { AnnotatedClaim } from '../export/schema.js';
import { convertAligned, editsOf } from '../script/convert.js';
import type { Conversion } from '../script/opencc.js';
import { unitOffsets } from '../text/code-points.js';
import type { ReportArticle, ReportClaim, ReportHead } from './model.js';
import type { ShownArticle } from './shown-article.js';

type Offset = (codePoint: number) => number;

/**
 * The part of an annotated article that the report shows. `corpusId` gives the entity of the whole corpus for one of the
 * article's own; offsets become UTF-16 units.
 */
export function toReportArticle(article: ShownArticle, corpusId: (entity: string) => string | null): ReportArticle {
  const { text } = article;
  const at = unitOffsets(text);
  const place = <T extends { readonly start: number; readonly end: number }>(span: T) => ({
    start: at(span.start),
    end: at(span.end),
  });
  const index = new Map(article.entities.map(({ id }, i) => [id, i]));
  const entityOf = (id: string | null) => (id === null ? null : (index.get(id) ?? null));
  const dates = new Map(article.times.map(({ id, begin }) => [id, begin]));
  return {
    ...{ id: article.id, language: article.lang, script: article.script, published: article.published, text },
    ...inBothScripts(article),
    mentions: article.mentions.map((mention) => ({
      ...{ id: mention.id, type: mention.type, entity: entityOf(mention.entity), ...place(mention) },
      ...{ by: mention.by, confidence: mention.confidence },
    })),
    entities: article.entities.map(({ id, type, name, names }) => ({
      corpusId: corpusId(id),
      type,
      name,
      names: { hant: names['zh-Hant'], hans: names['zh-Hans'], en: names.en },
    })),
    times: article.times.map((time) => ({
      ...{ id: time.id, type: time.type, value: time.value, mod: time.mod, begin: time.begin, until: time.until },
      ...{ edtf: time.edtf, anchor: time.anchor, by: time.by, ...place(time) },
    })),
    quantities: article.quantities.map((quantity) => ({
      ...{ id: quantity.id, type: quantity.type, value: quantity.value, low: quantity.low, high: quantity.high },
      ...{ unit: quantity.unit, of: quantity.of, approx: quantity.approx, by: quantity.by, ...place(quantity) },
    })),
    claims: article.claims.map((claim) => toReportClaim(claim, at, entityOf, dates)),
    repairs: article.repairs.map((repair) => ({
      ...{ kind: repair.kind, before: repair.before, after: repair.after, rule: repair.rule },
      ...{ confidence: repair.confidence, note: repair.note, ...place(repair) },
    })),
    asides: article.sentences
      .filter(({ kind }) => kind !== 'body')
      .map((sentence) => ({ kind: sentence.kind, ...place(sentence) })),
  };
}

/** The article as a line of the list; without a title, its first words. */
export function toReportHead(article: ShownArticle): ReportHead {
  const { id, title, published, publisher, author, lang, script, mentions, claims, repairs } = article;
  return {
    ...{ id, title: title ?? firstWords(article.text), published, publisher, author },
    lang: lang === 'en' || lang === 'ja' ? lang : `zh-${script === 'Hant' ? 'Hant' : 'Hans'}`,
    ...{ mentions: mentions.length, claims: claims.length, repairs: repairs.length },
  };
}

function firstWords(text: string): string {
  const line = text.trimStart().split('\n', 1)[0] ?? '';
  const characters = Array.from(line);
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : line;
}

function toReportClaim(
  claim: AnnotatedClaim,
  at: Offset,
  entityOf: (id: string | null) => number | null,
  dates: ReadonlyMap<string, string | null>,
): ReportClaim {
  const { source, cue } = claim;
  const begin = claim.times.map((id) => dates.get(id)).find((date) => date != null);
  return {
    ...{ id: claim.id, start: at(claim.start), end: at(claim.end) },
    source: source && {
      ...{ start: at(source.start), end: at(source.end), entity: entityOf(source.entity) },
      ...{ kind: source.kind, status: source.status },
    },
    cue: cue && { start: at(cue.start), end: at(cue.end), type: cue.type },
    ...{ quote: claim.quote, kinds: claim.kinds, modality: claim.modality, polarity: claim.polarity },
    ...{ stance: claim.stance, checkWorthy: claim.checkWorthy, reasons: claim.reasons },
    ...{ date: begin ?? null, rule: claim.rule, confidence: claim.confidence },
  };
}

/** The text in both scripts, each of the length of the text, so that one set of marks serves all three. */
function inBothScripts({ lang, script, text }: ShownArticle): Pick<ReportArticle, 'hant' | 'hans'> {
  if (lang === 'en' || lang === 'ja') return { hant: null, hans: null };
  const hans = script === 'Hans' ? text : convertInPlace(text, 't2s');
  return { hant: script === 'Hant' ? text : convertInPlace(text, 's2t'), hans };
}

/** Converts what keeps its length, and leaves the rest. */
function convertInPlace(text: string, conversion: Conversion): string {
  let [converted, last] = ['', 0];
  for (const { start, end, replacement } of editsOf(convertAligned(text, conversion))) {
    converted += text.slice(last, start) + (replacement.length === end - start ? replacement : text.slice(start, end));
    last = end;
  }
  return converted + text.slice(last);
}
