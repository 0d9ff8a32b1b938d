import { holdsHan } from '../../text/han.js';

/** The first mark in a stretch that ends a sentence, with what closes behind it; not the full stop of an abbreviation. */
const sentenceEnd = /[。!?…]+[”’)]*|(?<=[a-z]{3}|[\d%])[.]+(?=["”’)]*(?:\s|$))/;
const pause = /[,。!?;.](?!\d)/g;

/**
 * Where a quotation ends whose closing mark is lost: `text` follows its opening mark, up to the next opening mark or, where none follows, to
 * the end of the paragraph; `before` what stands right before it. Words within a clause end with it, what somebody says before the clause that leads in the next quotation, or
 * with its first sentence.
 */
export function lostEnd(text: string, before: string, isFollowed: boolean): number {
  const words = text.trimEnd();
  if (isFollowed && /[,:]$/.test(words)) {
    const last = [...words.slice(0, -1).matchAll(pause)].at(-1);
    if (last !== undefined) return last.index + 1;
  }
  const end = sentenceEnd.exec(text);
  const inClause = /[\p{L}\p{N}]$/u.test(before.trimEnd());
  if (inClause || (isFollowed && end === null)) return [...words.matchAll(pause)][0]?.index ?? words.length;
  return end === null ? words.length : end.index + end[0].length;
}

/**
 * Where a quotation begins whose opening mark is lost: `text` stands before its closing mark, from the last quotation on, which a comma
 * ended where it `isSplit`. Behind a colon, behind the speaker's clause of a split quotation, in English also behind a comma before a
 * capital, else with its sentence; null for a term, whose beginning nothing shows.
 */
export function lostStart(text: string, isSplit: boolean): number | null {
  const colon = [...text.matchAll(/[:](?!\d)\s*/g)].at(-1);
  if (colon !== undefined) return colon.index + colon[0].length;
  const words = text.trimEnd();
  if (!/[,。!?….]$/.test(words)) return null;
  const tag = isSplit ? text.indexOf(',') : -1;
  if (tag > 0 && tag + 1 < words.length) return tag + 1;
  const body = words.slice(0, -1);
  const before = [...body.matchAll(/(?:[。!?…]+|(?<=[a-z]{3}|[\d%])[.])[”’)]*\s*/g)].findLast(
    ({ index, 0: { length } }) => index + length < body.length,
  );
  const sentence = before === undefined ? text.length - text.trimStart().length : before.index + before[0].length;
  if (holdsHan(text)) return sentence;
  const comma = [...body.slice(sentence).matchAll(/, (?=[A-Z])/g)].at(-1);
  return comma === undefined ? sentence : sentence + comma.index + 2;
}
