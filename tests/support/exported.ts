import type { ExportFormat, ExportOptions } from '../../src/export/format.js';
import type { AnnotatedArticle } from '../../src/export/schema.js';
import { createPipeline } from '../../src/index.js';

/** What nobody chose. */
export const plainOptions: ExportOptions = {
  ...{ published: null, script: null, encoding: null, tokens: false, claims: 'balanced', excel: false },
  formats: ['jsonl'],
};

const pipeline = createPipeline({ published: '2024-03-05' });

/** Articles with characters of two UTF-16 units before, in and between what is found in them, and lines of all sorts. */
export const astralTexts: Readonly<Record<string, string>> = {
  'a/1': '🚢渡輪\n港務局發言人𠮷野昨天表示，“新船🚢去年12月到港，\n票價約1.2億元。”\n林又晴則認為，票價會漲30%。',
  'a:1': 'Roc Bay Power 🔋 said on March 3, 2024 that it will hire 1,200 people in London.\r\n\r\nIt paid $5 million.',
  b: '',
};

/** The articles of `texts`, by their ids, as the default pipeline annotates them. */
export function annotated(texts: Readonly<Record<string, string>>): AnnotatedArticle[] {
  return Object.entries(texts).map(([id, text]) => pipeline.annotate({ id, text }));
}

/** The files that a format writes of `articles`; every entity is one of the corpus under `article#entity`. */
export async function exported(
  format: ExportFormat,
  articles: readonly AnnotatedArticle[],
  options: ExportOptions = plainOptions,
): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const create = (path: string) => {
    const chunks: Buffer[] = [];
    files.set(path, '');
    return {
      write: (content: string | Uint8Array) => {
        chunks.push(Buffer.from(content));
      },
      close: () => {
        const content = Buffer.concat(chunks);
        files.set(path, content.toString('utf8'));
        return { path, bytes: content.length, sha256: '' };
      },
    };
  };
  const writer = format.open(create, options);
  for (const article of articles) await writer.add({ article, entityId: (id) => `${article.id}#${id}` });
  await writer.close({ entities: [], problems: [], claimLinks: [] });
  return files;
}
