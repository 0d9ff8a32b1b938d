import { articlesPerBlock, type ReportArticle, type ReportEntity, type ReportIndex } from '../model.js';

/** What a report holds; articles and entities are parsed when they are asked for. */
export interface Report {
  readonly index: ReportIndex;
  article(number: number): Promise<ReportArticle>;
  entities(): Promise<readonly ReportEntity[]>;
}

/** Opens the blocks of this page. */
export async function openReport(): Promise<Report> {
  const index = await parse<ReportIndex>('index');
  const blocks = new Map<number, Promise<readonly ReportArticle[]>>();
  let entities: Promise<readonly ReportEntity[]> | null = null;
  return {
    index,
    async article(number) {
      const block = Math.floor(number / articlesPerBlock);
      const articles = blocks.get(block) ?? parse<readonly ReportArticle[]>(`articles-${block}`);
      blocks.set(block, articles);
      const article = (await articles)[number % articlesPerBlock];
      if (article === undefined) throw new RangeError(`no article ${number}`);
      return article;
    },
    entities() {
      entities ??= parse<readonly ReportEntity[]>('entities');
      return entities;
    },
  };
}

async function parse<T>(id: string): Promise<T> {
  const encoded = document.getElementById(id)?.textContent ?? '';
  const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return (await new Response(stream).json()) as T;
}
