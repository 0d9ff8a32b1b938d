import { type ComparableClaim, continuation } from '../claims/claim-links.js';
import { mostDocuments } from '../entities/neighbours.js';
import { rowOf } from '../export/table-descriptions.js';
import { claimLinks, entities, entityRow } from '../export/tables.js';
import { byCodePoint } from '../text/code-points.js';
import { bucketNamesOf, createClaimWindow } from './claim-buckets.js';
import { resolveClaims, toLinkRow } from './claim-records.js';
import { createKind, type Kind, linkKinds } from './corpus-entities.js';
import { checkLine, claimsLine, kindLine, memberLine, refuseLine, type StepLine } from './corpus-step-lines.js';
import type { CorpusStepName } from './corpus-step-list.js';

/*
 * What has to be seen of a whole corpus, for an engine that keeps and sorts the corpus itself: each step takes objects in an
 * order that the engine makes, and is the same code that `annotate` runs.
 */

/** Takes objects in the order that the list of steps says, and answers objects. */
export type CorpusStep = (lines: AsyncIterable<StepLine>) => AsyncGenerator<object>;

/** Every step by its name. */
export const corpusSteps: Readonly<Record<CorpusStepName, CorpusStep>> = {
  entities: linkLines,
  buckets: bucketLines,
  links: compareLines,
};

/** Answers `{key, id}` for each kind, `id` null where it stays apart in each article, then `{entity}` by id. */
async function* linkLines(lines: AsyncIterable<StepLine>): AsyncGenerator<object> {
  const kinds = new Map<string, Kind>();
  for await (const line of lines) {
    const { key, documents, mentions, occurrences } = checkLine(kindLine, line);
    if (kinds.has(key)) throw refuseLine(`line ${line.line} has the key of a line before it`);
    kinds.set(key, createKind(key, documents.slice(0, mostDocuments), mentions, occurrences));
  }
  const { byId, idOf } = linkKinds(kinds);
  for (const [key, id] of idOf) yield { key, id };
  for (const entity of [...byId.values()].sort((a, b) => byCodePoint(a.id, b.id)))
    yield { entity: rowOf(entities, entityRow(entity)) };
}

/** Answers `{claims: [{claim, buckets}], links: [{from, to, row}]}` for each article; `from` and `to` are places of claims. */
async function* bucketLines(lines: AsyncIterable<StepLine>): AsyncGenerator<object> {
  for await (const line of lines) {
    const { document, claims: local, ids } = checkLine(claimsLine, line);
    const idOf = new Map(Object.entries(ids));
    const claims = resolveClaims(document, local, (own) => idOf.get(own) ?? null);
    const links = claims.flatMap((claim, from) => {
      const previous = claims[from - 1];
      const link = previous && continuation(claim, previous);
      return link ? [{ from, to: from - 1, row: rowOf(claimLinks, toLinkRow(link)) }] : [];
    });
    yield { claims: claims.map((claim) => ({ claim: JSON.stringify(claim), buckets: bucketNamesOf(claim) })), links };
  }
}

/** Answers `{links: [{back, row}]}` for each member: `back` says how many members before it in the bucket the other one stands. */
async function* compareLines(lines: AsyncIterable<StepLine>): AsyncGenerator<object> {
  interface Member {
    readonly number: number;
    readonly claim: ComparableClaim;
  }
  const window = createClaimWindow(({ claim }: Member) => claim);
  let number = 0;
  for await (const line of lines) {
    const { bucket, claim } = checkLine(memberLine, line);
    const member = { number: number++, claim };
    const links = window
      .add(bucket, member)
      .map(({ link, other }) => ({ back: member.number - other.number, row: rowOf(claimLinks, toLinkRow(link)) }));
    yield { links };
  }
}
