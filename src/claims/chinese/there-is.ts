import type { Span } from '../../document/span.js';
import { openWords } from '../../lexicons/lexicon.js';
import { nounBefore } from '../nouns.js';
import type { Reading } from '../reading.js';
import { closesWith } from '../word-edges.js';

/** Whoever or whatever a stretch only says that there is: 有的, 旁聽席上有人, 也有一種看法, 信中還; or null. */
export function thereIs(reading: Reading, region: Span): Span | null {
  return someIn(reading.folded, region) ?? thereIn(reading, region) ?? paperIn(reading.folded, region);
}

/** 有的|說…,有的|說…: some of them. */
function someIn(folded: string, { start, end }: Span): Span | null {
  const match = /^(?:也|还|另|更|则|,)*(有的|有些人?)(?:人)?(?:也|还|则|就|却|甚至|干脆|直接)?$/.exec(
    folded.slice(start, end),
  );
  if (match?.[1] === undefined) return null;
  const at = start + match[0].indexOf(match[1]);
  return { start: at, end: at + match[1].length };
}

/** 坊間則|有|聲音, 旁聽席上|有人, 討論區|有網民, 也有|一種看法: whoever or whatever view there is stands behind 有. */
function thereIn({ folded, lower, tokensIn }: Reading, { start, end }: Span): Span | null {
  const at = start + folded.slice(start, end).lastIndexOf('有');
  if (at <= start) return null;
  const view = viewIn.exec(folded.slice(at, end))?.[1];
  if (view !== undefined && closesWith(openWords('view-nouns-zh'), view)) return { start: end - view.length, end };
  const noun = nounBefore(lower, at, end);
  if (noun === null || noun.role === 'organization' || noun.start > at + 1) return null;
  const isVerb = tokensIn({ start: at, end }).some((token) => token.start === at);
  return isVerb || /[上中里内间则也还更又亦却就是网]$/.test(folded.slice(start, at))
    ? { start: noun.start, end }
    : null;
}

const viewIn = /^有(?:一|另一|这|这样一)[种派个]([^,的]{2,6})$/;

/** 信中|還, 文章裡|又: the paper in which it stands says it, where nobody else is named. */
function paperIn(folded: string, { start, end }: Span): Span | null {
  const text = folded.slice(start, Math.min(end, start + 12));
  const at = leadIn.exec(text)?.[0].length ?? 0;
  const paper = openWords('holding-papers').lastAt(text, at, (_, stop) => inside.test(text.slice(stop)));
  return paper === null ? null : { start: start + at, end: start + paper.end };
}

const leadIn = /^(?:但|而|并|不过|该|这封|这份|另)/;
const inside = /^[中里内](?=$|还|又|也|亦|并|更|同时|早|已|只|则|曾|特别|明确|写)/;
