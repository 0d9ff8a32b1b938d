import { openLexicon, openWords } from '../lexicons/lexicon.js';
import { fold } from '../script/fold.js';
import { tagWords } from '../segment/jieba.js';
import type { SegmenterName } from '../settings/segmenters.js';
import type { Break } from './lines.js';

/** What a line end looks like, whatever the width. */
export interface Signs {
  /** Whether the line ends a sentence or introduces what follows. */
  readonly closed: boolean;
  /** Whether it stands where no writer ends a line. */
  readonly strong: boolean;
  /** How much speaks for a text that goes on, if the line is full: the logarithm of a likelihood ratio. */
  readonly points: number;
  /** Whether a sentence ends within the line: it is prose, and neither verse nor a list. */
  readonly prose: boolean;
}

/** Logarithms of how much oftener a line broken at a fixed width shows a sign than a line of verse, a list or a heading does. */
const weights = {
  closed: -0.3,
  cut: 2.4,
  uncut: -0.5,
  comma: -0.7,
  markAtStart: 1.2,
  innerStop: 2.2,
  weakPlace: 2.2,
  smallStart: 1.2,
  capitalStart: -1.6,
};

const context = 8;

/** Whether a line ends a sentence. */
export function endsSentence(line: string): boolean {
  return /[。！？!?….:：；;][”’」』"')）]*$/.test(line.slice(-8));
}

/** The signs of a line end. */
export function signsOf(each: Break, segmenter?: SegmenterName): Signs {
  if (endsSentence(each.before.text)) return { closed: true, strong: false, prose: false, points: weights.closed };
  const prose = hasInnerStop(each.before.text);
  const { strong, points } = isChinese(each) ? chineseSigns(each, segmenter) : englishSigns(each);
  return { closed: false, strong, prose, points: points + (prose ? weights.innerStop : 0) };
}

/** Whether a sentence ends within a line: it is prose, and neither verse, a list nor a headline. */
export function hasInnerStop(line: string): boolean {
  return /。[”’」』）]?[^。”’」』）]/.test(line) || /[a-z]{2}[.][”"’']? ["“‘'A-Z]/.test(line);
}

/** Whether a line end stands in Chinese text. */
export function isChinese({ before, after }: Break): boolean {
  return /\p{Script=Han}/u.test(after.text.trimStart().charAt(0) + before.text.slice(-2));
}

type Points = Pick<Signs, 'strong' | 'points'>;

function chineseSigns(each: Break, segmenter?: SegmenterName): Points {
  const next = each.after.text.trimStart();
  if (/\d$/.test(each.before.text) && /^(?:\d|[年月日号號时時分秒个個人元万萬亿億]|[%％])/.test(next))
    return { strong: true, points: weights.cut };
  const sign = wordSign(each, segmenter);
  if (sign !== null) return { strong: true, points: weights[sign] };
  if (/^[，。、；：！？）」』”》,.;:!?)]/.test(next)) return { strong: false, points: weights.markAtStart };
  return { strong: false, points: /[，、,]$/.test(each.before.text) ? weights.comma : weights.uncut };
}

/** Whether a line end cuts a word, or stands behind one that leads on, or before one that leans on what is before it. */
function wordSign({ before, after }: Break, segmenter?: SegmenterName): 'cut' | 'weakPlace' | null {
  const left = /\p{Script=Han}{1,8}$/u.exec(before.text.slice(-context))?.[0] ?? '';
  const right = /^\p{Script=Han}{1,8}/u.exec(after.text.trimStart().slice(0, context))?.[0] ?? '';
  if (left === '' || right === '') return null;
  let at = 0;
  for (const { word } of tagWords(fold(left + right), segmenter)) {
    const end = at + word.length;
    if (at < left.length && end > left.length) return 'cut';
    if (end === left.length && weakPlaces().get(word) === 'end') return 'weakPlace';
    if (at === left.length) return weakPlaces().get(word) === 'start' ? 'weakPlace' : null;
    at = end;
  }
  return null;
}

function weakPlaces() {
  return openLexicon('weak-places-zh', ['word', 'place'], (row) => row.place);
}

function englishSigns({ before, after }: Break): Points {
  const next = after.text.trimStart();
  const strong = endsWeakly(before.text) || /^[,.;:!?)\]]/.test(next);
  const start = /^["“‘'(]?[A-Z]/.test(next) ? weights.capitalStart : weights.smallStart;
  const small = /^[a-z]/.test(next) && /[A-Za-z0-9]$/.test(before.text) ? start : Math.min(start, 0);
  return { strong, points: strong ? weights.weakPlace + Math.max(0, small) : small };
}

/** Whether a line ends with an English word that leads on, such as “the” or “of”, or with a hyphen. */
export function endsWeakly(line: string): boolean {
  const word = /(?:^|\s)([A-Za-z]+)(-?)$/.exec(line.slice(-30));
  if (word === null) return false;
  return word[2] === '-' || openWords('weak-endings-en').has((word[1] ?? '').toLowerCase());
}
