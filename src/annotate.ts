import type { ClaimChoice } from './claims/choices.js';
import { isReliable } from './claims/strict.js';
import type { Article, Document, LayerName, Settled } from './document/types.js';
import { inScript } from './export/in-script.js';
import type { CheckedArticle } from './input/article.js';
import { settle } from './pipeline/builder.js';
import { defaultPipeline } from './pipeline/default-pipeline.js';
import { rewriters } from './repair/index.js';
import type { TargetScript } from './script/targets.js';
import { guideOf } from './settings/guide.js';
import { noSettings, type Settings } from './settings/settings.js';

/** What of a document is wanted, and in which script. */
export interface Choices {
  /** All claims by default. */
  readonly claims?: ClaimChoice;
  /** The script in which the document comes out, everything in it found as it was; null for the article's own. */
  readonly script?: TargetScript | null;
  /** The user's names and words, and which recognisers are switched off. */
  readonly settings?: Settings;
}

/** Runs an article that passed the edge through the default pipeline; what was noticed at the edge comes first. */
export function runPipeline(
  { article, diagnostics }: CheckedArticle,
  { claims = 'balanced', script = null, settings = noSettings }: Choices = {},
): Document<LayerName> {
  const found = defaultPipeline.run(article, undefined, guideOf(settings));
  const chosen = claims === 'strict' ? reliable(found) : found;
  const document = script === null ? chosen : inScript(chosen, script);
  return { ...document, diagnostics: [...diagnostics, ...document.diagnostics] };
}

/** Repairs an article and annotates nothing: its text, the alignment to the raw text, and the repairs. */
export function repairArticle(article: Article): Settled {
  return settle(article, rewriters, { published: article.published ?? null, article });
}

/** The document with its reliable claims alone, and the facts that are read from them. */
function reliable(document: Document<LayerName>): Document<LayerName> {
  const places = document.claims.flatMap((claim, index) => (isReliable(claim) ? [index] : []));
  const placeOf = new Map(places.map((index, place) => [index, place]));
  return {
    ...document,
    claims: document.claims.filter(isReliable),
    facts: document.facts.flatMap((fact) => {
      const claim = placeOf.get(fact.claim);
      return claim === undefined ? [] : [{ ...fact, claim }];
    }),
  };
}
