import { existsSync, readFileSync, statSync } from 'node:fs';
import { bratReader } from './brat.js';
import { doccanoReader } from './doccano.js';
import type { ReadMarks } from './from-marks.js';
import { labelStudioReader } from './label-studio.js';
import { type AnnotationReader, type AnnotationSource, decodeUtf8, ImportError } from './reader.js';

/** Every form in which annotations come back. */
const annotationReaders: readonly AnnotationReader[] = [bratReader, labelStudioReader, doccanoReader];

/**
 * The articles that an annotation tool gave back. Of two with one id the first is taken, and the other told.
 *
 * @throws ImportError if there is nothing of that name, or nothing that a reader knows.
 */
export function importAnnotations(path: string): ReadMarks[] {
  if (!existsSync(path)) throw new ImportError('it does not exist');
  // A pipe that is named is read, once; those that lie in a directory are not waited for.
  const isDirectory = statSync(path).isDirectory();
  const content = isDirectory ? '' : decodeUtf8(readFileSync(path), 'it').replace(/^\ufeff/, '');
  const source: AnnotationSource = { path, isDirectory, content };
  const reader = annotationReaders.find((one) => one.recognizes(source));
  if (reader === undefined)
    throw new ImportError(`it is none of ${annotationReaders.map(({ name }) => name).join(', ')}`);
  return withoutTwins(reader.read(source));
}

function withoutTwins(read: readonly ReadMarks[]): ReadMarks[] {
  const articles = new Map<string, ReadMarks>();
  for (const one of read) {
    const { id } = one.article;
    const first = articles.get(id);
    if (first === undefined) articles.set(id, one);
    else
      articles.set(id, {
        ...first,
        problems: [...first.problems, `${id}: there is another article of this id; it was left out`],
      });
  }
  return [...articles.values()];
}
