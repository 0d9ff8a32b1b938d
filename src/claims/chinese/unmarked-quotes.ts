import { openWords } from '../../lexicons/lexicon.js';
import type { CueMatch } from '../cues.js';
import { saidSo } from '../leads.js';
import type { QuotedSpan } from '../quotes/quotes.js';
import { roleOf } from '../quotes/roles.js';
import type { Scene } from '../scene.js';

/** Without a colon only a quotation that can be speech by its looks follows a cue: 稱“…”, not 稱“甲”為乙. */
export function canOpenUnmarked(scene: Scene, quote: QuotedSpan, cue: CueMatch): boolean {
  const { lower, folded } = scene.reading;
  if (/^[为的是之]/.test(folded[quote.end] ?? '')) return false;
  if (cue.frame === 'quote') return roleOf(lower, quote) === 'speech';
  // 章程寫明“…”: a paper has the words.
  if (cue.frame === 'evidence')
    return (
      cue.end === quote.start && roleOf(lower, quote) === 'speech' && /^(?:$|[,。;])/.test(folded[quote.end] ?? '')
    );
  if (cue.frame === 'mark' && !canOpenMarked(scene, quote, cue)) return false;
  if (/^(?:自称|号称|自诩|自封|人称|俗称|简称|合称)$/.test(cue.word) && roleOf(lower, quote) === 'short') return false;
  return (cue.frame === 'clause' || cue.frame === 'mark') && ['speech', 'short'].includes(roleOf(lower, quote));
}

/** 笑稱“…”, 撂下一句“…”便…: a cue that wants a mark stands directly before the quotation, which closes its clause. */
function canOpenMarked({ reading }: Scene, quote: QuotedSpan, { end, type, word }: CueMatch): boolean {
  if (isOneLine(word)) return /^(?:$|[,。;!?便就才后])/.test(reading.folded.slice(quote.end, quote.end + 1));
  return (
    type === 'say' &&
    word.length >= 2 &&
    end === quote.start &&
    /^(?:$|[,。;!?])/.test(reading.folded.slice(quote.end, quote.end + 1))
  );
}

/** 呼籲|外界“…”, 大讚|市長“…”: whom or what the words are about belongs to what is said; who is told (告訴記者“…”) does not. */
export function objectBefore({ reading }: Scene, cue: CueMatch, quote: QuotedSpan): number | null {
  const between = reading.folded.slice(cue.end, quote.start);
  if (between.length < 2 || !(cue.frame === 'clause' || cue.frame === 'that') || saidSo.test(between)) return null;
  if (
    cue.type !== 'ask' &&
    !/[吁促请求劝嘱]$/.test(cue.word) &&
    (/^告[诉知]|[对向]/.test(cue.word) || openWords('telling-listeners').has(cue.word))
  )
    return null;
  return cue.end;
}

/** 說了句, 撂下一句話, 咕噥一聲: what is quoted is all that is said. */
export function isOneLine(word: string): boolean {
  return /(?:句话?|一声)$/.test(word);
}
