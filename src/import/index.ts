import { existsSync, readFileSync, statSync } from 'node:fs';
import { bratReader } from './brat.js';
import { doccanoReader } from './doccano.js';
import type { ReadMarks } from './from-marks.js';
import { labelStudioReader } from './label-studio.js';
import { type AnnotationReader, type AnnotationSource, ImportError } from './reader.js';

/** Every form in which annotations come back. */
const annotationReaders: readonly AnnotationReader[] = [bratReader, labelStudioReader, doccanoReader];

/**
 * The articles that an annotation tool gave back.
 *
 * @throws ImportError if there is nothing of that name, or nothing that a reader knows.
 */
export function importAnnotations(path: string): ReadMarks[] {
  if (!existsSync(path)) throw new ImportError('it does not exist');
  const isDirectory = statSync(path).isDirectory();
  const content = isDirectory ? '' : readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  const source: AnnotationSource = { path, isDirectory, content };
  const reader = annotationReaders.find((one) => one.recognizes(source));
  if (reader === undefined)
    throw new ImportError(`it is none of ${annotationReaders.map(({ name }) => name).join(', ')}`);
  return reader.read(source);
}
