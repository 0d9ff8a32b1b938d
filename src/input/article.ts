import { z } from 'zod';
import { extractText, type Passage } from '../document/extraction.js';
import type { Article, Diagnostic, Source } from '../document/types.js';
import { toIsoDate } from './dates.js';

/** Why an article cannot be annotated. `code` is `input/…`; the message says what was found and what to do. */
export class ArticleError extends Error {
  override readonly name = 'ArticleError';

  constructor(
    readonly code: `${string}/${string}`,
    message: string,
    /** The id that the article gave itself, where it could be read. */
    readonly id: string | null = null,
  ) {
    super(message);
  }
}

const field = z.string().nullish();

/** Beyond it a number of JSON is read as another one. */
function isExact(number: number): boolean {
  return Math.abs(number) <= Number.MAX_SAFE_INTEGER;
}

const knownFields = { title: field, author: field, publisher: field, published: field, lang: field };

/** What may be known of an article besides its text. */
export const fieldNames: readonly string[] = Object.keys(knownFields);

/** The fields of an article as the outside hands it over; others are ignored. */
const articleSchema = z.object({
  id: z.union([z.string().min(1), z.number().refine(isExact).transform(String)]),
  text: z.string(),
  ...knownFields,
});

/** What an article falls back on: `published` where it has no date; where it came from, and what of its text is none of it. */
export interface ArticleDefaults {
  readonly published?: string | null;
  readonly source?: Source;
  readonly extraction?: readonly Passage[];
}

/** An article that passed the edge, with what has to be told about it. */
export interface CheckedArticle {
  readonly article: Article;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Checks outside data and makes an article of it. Empty fields become null; unpaired surrogates, which no encoding can
 * carry, become U+FFFD of the same length, with a warning.
 *
 * @throws ArticleError `input/not-an-article` or `input/date`.
 */
export function toArticle(value: unknown, defaults: ArticleDefaults = {}): CheckedArticle {
  const parsed = articleSchema.safeParse(value);
  if (!parsed.success) throw new ArticleError('input/not-an-article', describeIssue(parsed.error), idOf(value));
  const { id, text, title, author, publisher, published, lang } = parsed.data;
  const article: Article = {
    id: wellFormed(id),
    text: wellFormed(text),
    title: orNull(title),
    author: orNull(author),
    publisher: orNull(publisher),
    published: dateOf(orNull(published) ?? defaults.published ?? null, id),
    lang: orNull(lang),
    ...(defaults.source === undefined ? {} : { source: defaults.source }),
    ...(defaults.extraction === undefined ? {} : { extraction: defaults.extraction }),
  };
  return { article, diagnostics: article.text === text ? [] : [loneSurrogates(text, article.text)] };
}

const originSchema = z.object({
  source: z.looseObject({ path: z.string().nullable(), sha256: z.string(), bytes: z.number(), encoding: z.string() }),
  extraction: z.array(z.object({ start: z.int().min(0), end: z.int().min(0), replacement: z.string() })),
});

/**
 * Where an article that a program hands over says that it comes from, and what of its text is none of it.
 *
 * @throws ArticleError `input/not-an-article` if one of the two is not of the shape that it has here.
 */
export function originOf(value: unknown): Pick<ArticleDefaults, 'source' | 'extraction'> {
  const origin = Object.entries(typeof value === 'object' && value !== null ? value : {}).filter(
    ([name, part]) => name in originSchema.shape && part !== null && part !== undefined,
  );
  const given = Object.fromEntries(origin);
  const parsed = originSchema.partial().safeParse(given);
  if (parsed.success) return given;
  const message = `The field "${String(parsed.error.issues[0]?.path[0])}" is not as wenmai gives it; leave it out.`;
  throw new ArticleError('input/not-an-article', message, idOf(value));
}

/**
 * Refuses what a program hands over in the place of a string.
 *
 * @throws ArticleError `input/not-an-article`.
 */
export function checkString(value: unknown, what: string): void {
  if (typeof value !== 'string') throw new ArticleError('input/not-an-article', `The ${what} is not a string.`);
}

/**
 * Refuses an article in which there is nothing to annotate. The commands ask, so that nobody takes an empty file for an
 * annotated one; a program may well annotate no text.
 *
 * @throws ArticleError `input/empty` or `input/binary`.
 */
export function checkText(article: Pick<Article, 'id' | 'text' | 'extraction'>): void {
  const { text } = extractText(article);
  const { id } = article;
  if (text.trim() === '')
    throw new ArticleError('input/empty', 'The article has no text; leave it out or mend it.', id);
  let nulls = 0;
  for (let at = text.indexOf('\0'); at >= 0; at = text.indexOf('\0', at + 1)) nulls++;
  if (nulls * 50 > text.length)
    throw new ArticleError('input/binary', `${nulls} of ${text.length} characters are NUL: this is not text.`, id);
}

function dateOf(value: string | null, id: string): string | null {
  if (value === null) return null;
  const date = toIsoDate(value);
  if (date !== null) return date;
  const message = `"${value}" is not a date; write a real day as YYYY-MM-DD, with or without Thh:mm:ss.`;
  throw new ArticleError('input/date', message, id);
}

function orNull(value: string | null | undefined): string | null {
  const trimmed = value?.trim();
  return trimmed === undefined || trimmed === '' ? null : wellFormed(trimmed);
}

function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

function loneSurrogates(before: string, after: string): Diagnostic {
  let count = 0;
  for (let i = 0; i < before.length; i++) if (before[i] !== after[i]) count++;
  const what = count === 1 ? 'unpaired surrogate was' : 'unpaired surrogates were';
  const message = `${count} ${what} read as U+FFFD: no text encoding can carry them.`;
  return { code: 'input/surrogate', severity: 'warning', message, span: null };
}

/** The id that an object from outside gives itself, or null. */
export function idOf(value: unknown): string | null {
  const parsed = z.object({ id: articleSchema.shape.id }).safeParse(value);
  return parsed.success ? parsed.data.id : null;
}

function describeIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  const path = issue?.path.join('.') ?? '';
  if (path === '') return 'This is not an article: an object with the fields "id" and "text" is needed.';
  return `The field "${path}" is missing or not ${path === 'id' ? 'a non-empty string; a number of more than 15 digits needs quotation marks' : 'a string'}.`;
}
