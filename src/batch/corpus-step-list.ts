/** The steps that are done over all articles, in the order in which an engine takes them, with what each takes and answers. */
export const corpusStepList = [
  {
    name: 'entities',
    description: 'kinds {key, documents, mentions, occurrences}, by first document and place: ids, then the entities',
  },
  { name: 'buckets', description: 'articles {document, claims, ids}: claims with buckets, links within the article' },
  { name: 'links', description: 'claims {bucket, claim}, by bucket, document and place: links to those before' },
] as const;

export type CorpusStepName = (typeof corpusStepList)[number]['name'];
