import { Converter } from 'opencc-js';
import { openWords } from '../lexicons/lexicon.js';
import { lazy } from '../text/lazy.js';

/** Punctuation that the fold unifies so that rules see one form; every pair has the same length. */
const punctuation: Readonly<Record<string, string>> = {
  '「': '“',
  '」': '”',
  '『': '‘',
  '』': '’',
  '\u00a0': ' ',
  '\u3000': ' ',
  '•': '·',
  '‧': '·',
  '・': '·',
  '﹒': '·',
};

const toSimplified = lazy(() => Converter({ from: 't', to: 'cn' }));

/**
 * The text as the recognisers read it: Simplified characters, ASCII in place of full-width ASCII (，becomes ,), “ ” for
 * 「 」 and ‘ ’ for 『 』. Always of the same length in UTF-16 units as `text`, so both share one set of offsets; a
 * character whose Simplified form has another length stays as it is. Case is kept.
 */
export function fold(text: string): string {
  return foldParticle(foldScript(text)).replace(/[\u00a0\u3000「」『』•‧・﹒\uff01-\uff5e]/g, foldPunctuation);
}

function foldPunctuation(character: string): string {
  return punctuation[character] ?? String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}

/** Traditional to Simplified, phrase by phrase (乾隆 stays 乾隆), never changing the length. */
function foldScript(text: string): string {
  const convert = toSimplified();
  return text.replace(/[\u3400-\u9fff\uf900-\ufaff\ud840-\udbff\udc00-\udfff]+/g, (run) => {
    const whole = convert(run);
    if (whole.length === run.length) return whole;
    return Array.from(run, (character) => {
      const simplified = convert(character);
      return simplified.length === character.length ? simplified : character;
    }).join('');
  });
}

/** Taiwan writes the particle 着 as 著; the words that are written with 著 everywhere keep it. */
function foldParticle(text: string): string {
  if (!text.includes('著')) return text;
  const words = openWords('zhu-words');
  return text.replace(/著/g, (_, at: number) => {
    for (let start = Math.max(0, at - 3); start <= at; start++)
      if (words.allAt(text, start).some((word) => word.end > at)) return '著';
    return '着';
  });
}
