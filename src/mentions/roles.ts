import type { Span } from '../document/span.js';
import type { Mention } from '../document/types.js';
import { openLexicon, openWords } from '../lexicons/lexicon.js';
import { matchesOf } from '../text/matches.js';
import { withMore } from '../text/with-more.js';
import type { Reading } from './candidate.js';
import { wordEndingAt } from './context.js';

/** Gives each person the title, office or calling that stands beside the name: 首席科学家|林又晴, 林|先生, Ada Okafor, chief executive of. */
export function withRoles(reading: Reading, mentions: readonly Mention[]): Mention[] {
  return mentions.map((mention) => {
    if (mention.type !== 'PERSON') return mention;
    const role = roleOf(reading, mention);
    return role === null ? mention : withMore(mention, { role });
  });
}

function roleOf(reading: Reading, mention: Mention): Span | null {
  const sentence = reading.sentenceAt(mention.start);
  if (sentence === undefined) return null;
  const limit = { start: sentence.start, end: sentence.end };
  return sentence.language === 'zh'
    ? (titleBefore(reading, mention.start, limit.start) ??
        titleAfter(reading, mention, limit.end) ??
        appositionZh(reading, mention.end, limit.end))
    : (titleBeforeEn(reading, mention.start, limit.start) ?? appositionEn(reading, mention.end, limit.end));
}

const qualifiers = () => openWords('role-modifiers');
const titles = () => openLexicon('person-titles', ['word', 'side'], (row) => row.side);

/** Titles that end where the name starts, joined by 兼 and 、: 创始人、董事长兼首席执行官. */
function titleBefore(reading: Reading, start: number, limit: number): Span | null {
  const { folded } = reading;
  let end = start;
  while (end > limit && ' ”"·:'.includes(folded.charAt(end - 1))) end--;
  const last = titleEndingAt(reading, end, limit);
  if (last === null) return null;
  let from = last;
  for (;;) {
    const joint = /(?:兼任?|、|及|和|暨)$/.exec(folded.slice(Math.max(limit, from - 2), from))?.[0] ?? '';
    // 兼首席执行官 is a word of the lexicon.
    if (joint === '' && folded[from] !== '兼') break;
    const next = titleEndingAt(reading, from - joint.length, limit);
    if (next === null) break;
    from = next;
  }
  return { start: from, end };
}

/** Where the title begins that ends at `end`, with what qualifies it: 前|副总理, 代理|局长; null if none does. */
function titleEndingAt(reading: Reading, end: number, limit: number): number | null {
  const word = wordEndingAt(titles(), reading.folded, end);
  if (word === null || word.start < limit || !word.value.includes('before') || end - word.start < 2) return null;
  let from = word.start;
  for (;;) {
    const qualifier = wordEndingAt(qualifiers(), reading.folded, from);
    if (qualifier === null || qualifier.start < limit || !isWordAt(reading, qualifier.start)) return from;
    from = qualifier.start;
  }
}

/** Whether a word starts there: not 前 of 日前, nor that of 三天前. */
function isWordAt(reading: Reading, start: number): boolean {
  return reading.isBoundary(start) && !/^[mqt]/.test(reading.tokenBefore(start)?.pos ?? '');
}

function titleAfter({ folded }: Reading, { start, end }: Span, limit: number): Span | null {
  const alone = end - start <= 2 ? openWords('surname-titles').longestAt(folded, end) : null;
  const title = titles().longestAt(folded, end);
  const found = alone ?? (title?.value.includes('after') === true && title.end - end >= 2 ? title : null);
  return found === null || found.end > limit ? null : { start: end, end: found.end };
}

/** 林又晴,某某首席科学家,: a title that closes the words between two commas, or in brackets. */
function appositionZh(reading: Reading, end: number, limit: number): Span | null {
  const match = /^[,(—]{1,2}([\p{Script=Han}A-Za-z]{2,20})[,)。;—]/u.exec(
    reading.folded.slice(end, Math.min(limit, end + 26)),
  );
  const words = match?.[1];
  if (match === null || words === undefined) return null;
  const close = end + match[0].length - 1;
  const start = titleEndingAt(reading, close, close - words.length);
  return start === null ? null : { start, end: close };
}

const titlesEn = () => openWords('person-titles-en');
const modifiers = () => openWords('role-modifiers-en');

/** Words right before the name, the last a title: Chief Executive|Tim Cook, Mr.|Lin, the analyst|Ada Okafor. */
function titleBeforeEn({ folded }: Reading, start: number, limit: number): Span | null {
  const before = folded.slice(Math.max(limit, start - 60), start);
  const words = matchesOf(/[A-Za-z][A-Za-z-]*\.?/g, before);
  const last = words.at(-1);
  if (last === undefined || !/^\.? ["“]?$|^ $/.test(before.slice(last.index + last[0].replace(/\.$/, '').length)))
    return null;
  if (!isTitle(last[0])) return null;
  const offset = start - before.length;
  let from = last.index;
  for (let at = words.length - 2; at >= 0; at--) {
    const word = words[at];
    if (word === undefined || from - word.index - word[0].length !== 1 || !mayPrecede(word[0])) break;
    from = word.index;
  }
  return { start: offset + from, end: offset + last.index + last[0].length };
}

/** A title, also one that a hyphen qualifies: ex-president, co-director. */
function isTitle(word: string): boolean {
  const title = word.toLowerCase().replace(/\.$/, '');
  const hyphen = title.indexOf('-');
  return (
    titlesEn().has(title) || (hyphen > 0 && modifiers().has(title.slice(0, hyphen)) && isTitle(title.slice(hyphen + 1)))
  );
}

function isModifier(word: string): boolean {
  const lower = word.toLowerCase();
  return modifiers().has(lower) || (lower.includes('-') && lower.split('-').every((part) => modifiers().has(part)));
}

function mayPrecede(word: string): boolean {
  return isTitle(word) || isModifier(word);
}

/** `, chief executive of`, `, the company's chief scientist,`: up to the title, without article and owner. */
function appositionEn({ folded }: Reading, end: number, limit: number): Span | null {
  const match =
    /^, (?:(?:the|an?|its|their|his|her|our) )?(?:[A-Za-z -]{1,40}['’]s )?([A-Za-z-]+(?: [A-Za-z-]+){0,5})/.exec(
      folded.slice(end, Math.min(limit, end + 90)),
    );
  const phrase = match?.[1];
  if (match === null || phrase === undefined) return null;
  const start = end + match[0].length - phrase.length;
  const words = matchesOf(/[A-Za-z-]+/g, phrase);
  let close: number | null = null;
  for (const word of words) {
    if (isTitle(word[0])) close = word.index + word[0].length;
    else if (!isModifier(word[0])) break;
  }
  return close === null ? null : { start, end: start + close };
}
