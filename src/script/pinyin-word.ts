const syllable =
  /(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|üan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|üe|ui|un|ün|uo|a|e|i|o|u|ü)/y;
const longest = 6;

/** In how few syllables of pinyin a word in small letters can be read; 0 if it is none. */
export function pinyinSyllables(word: string): number {
  const fewest: number[] = [0];
  for (let end = 1; end <= word.length; end++) {
    let best = Number.POSITIVE_INFINITY;
    for (let start = Math.max(0, end - longest); start < end; start++) {
      const before = fewest[start] ?? Number.POSITIVE_INFINITY;
      if (before + 1 < best && isSyllable(word.slice(start, end))) best = before + 1;
    }
    fewest.push(best);
  }
  const count = fewest[word.length] ?? 0;
  return Number.isFinite(count) ? count : 0;
}

function isSyllable(text: string): boolean {
  syllable.lastIndex = 0;
  const match = syllable.exec(text);
  return match !== null && match[0].length === text.length;
}
