import type { Claim } from '../../document/types.js';

/** A line of the table: how well the kinds, modality and polarity of the sentences in `rows` are told. */
export function kindsFigures(
  name: string,
  rows: readonly string[],
  claimsOf: (text: string) => readonly Claim[],
  misses: number,
): string {
  let [hit, found, wanted, modal, polar, silent] = [0, 0, 0, 0, 0, 0];
  const wrong: string[] = [];
  for (const row of rows) {
    const [text = '', kinds = '', modality, polarity] = row.split('\t');
    const claims = claimsOf(text);
    const expected = kinds.split(' ');
    const told = [...new Set(claims.flatMap((claim) => claim.kinds))];
    const right = told.filter((kind) => expected.includes(kind)).length;
    hit += right;
    found += told.length;
    wanted += expected.length;
    const [first] = claims;
    if (first === undefined) silent++;
    if (first?.modality === modality) modal++;
    if (first?.polarity === polarity) polar++;
    if (right < expected.length || told.length > right || first?.modality !== modality || first?.polarity !== polarity)
      wrong.push(
        `    ${text} want ${kinds} ${modality} ${polarity}, told ${told.join(' ')} ${first?.modality} ${first?.polarity}`,
      );
  }
  const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(3));
  const figures = `| ${name} | kinds P ${share(hit, found)} R ${share(hit, wanted)} F ${share(2 * hit, found + wanted)} | modality ${share(modal, rows.length)} | polarity ${share(polar, rows.length)} | without a claim ${silent} of ${rows.length} |`;
  return [figures, ...wrong.slice(0, misses)].join('\n');
}
