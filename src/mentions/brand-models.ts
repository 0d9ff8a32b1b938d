import { knownNames } from '../lexicons/names.js';
import type { Candidate, Reading } from './candidate.js';
import { isMeasured } from './no-names.js';
import { shortForms } from './short-forms.js';

const model =
  /^ ?(?:[A-Z][A-Za-z]{0,4}-?\d{1,4}[A-Za-z]{0,4}|\d+(?:\.\d+)?|[A-Z][a-z]{2,8}|[A-Z]{2,5})(?: ?(?:Pro|Max|Plus|Ultra|Mini|mini|Lite))?(?![A-Za-z\d.%])/;

/** An unknown brand that the article names elsewhere and the model right behind it are one product: 甲乙E5. */
export function recognizeModels(reading: Reading, found: readonly Candidate[]): Candidate[] {
  return [...brandsOf(reading, found)].flatMap(([brand, product]) => {
    const candidates: Candidate[] = [];
    const { folded, search } = reading;
    for (let at = search(brand, 0); at >= 0; at = search(brand, at + 1)) {
      const from = at + brand.length;
      const tail = model.exec(folded.slice(from, from + 24))?.[0];
      if (tail === undefined || (!product && !/[A-Za-z]-?\d/.test(tail))) continue;
      if ((!product && isQuarter.test(tail)) || isMeasured(reading, from + tail.length)) continue;
      if (
        /^ ?\d/.test(tail) &&
        /^[年月日时分秒号万亿千百十多余个家名人倍元台辆款岁次位条股%]/.test(folded.slice(from + tail.length))
      )
        continue;
      candidates.push({ start: at, end: from + tail.length, type: 'PRODUCT', score: 0.96, by: 'brand-model' });
    }
    return candidates;
  });
}

/** 岳鼎|Q3每股: when, and no model, unless the line of products is known. */
const isQuarter = /^ ?[QH][1-4]$/;

/** Chinese brands by the names found, and whether they are lines of products: 甲乙 of 甲乙汽车, 丙丁 of 丙丁2.5. */
function brandsOf(reading: Reading, found: readonly Candidate[]): Map<string, boolean> {
  const brands = new Map<string, boolean>();
  for (const candidate of found) {
    const name = reading.text(candidate);
    if (candidate.score < 0.66 || !/^\p{Script=Han}/u.test(name)) continue;
    if (candidate.type === 'ORG')
      for (const brand of [name, ...shortForms(name, 'ORG')])
        if (brand.length <= 4 && knownNames(brand).length === 0 && !brands.has(brand)) brands.set(brand, false);
    const line = /^(\p{Script=Han}{2,4})[ -]?[A-Z\d]/u.exec(name)?.[1];
    if (candidate.type === 'PRODUCT' && line !== undefined && knownNames(line).length === 0) brands.set(line, true);
  }
  return brands;
}
