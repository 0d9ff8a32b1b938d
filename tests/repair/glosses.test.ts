import { describe, expect, test } from '@jest/globals';
import { repair } from '../support/repair.js';

describe('table glosses', () => {
  test.each([
    ['這(zhè)個計劃已經(jīng)公布。', '這個計劃已經公布。'],
    ['設(shè)備到了,應(yīng)用不廣,還要調試設(shè)備。', '設備到了,應用不廣,還要調試設備。'],
    ['他們(mén)去北京(Beijing)開會,這(zhè)次談 AI(人工智能)。', '他們去北京(Beijing)開會,這次談 AI(人工智能)。'],
  ])('%s', (raw, text) => {
    const settled = repair(raw);
    expect(settled.text).toBe(text);
    expect(settled.repairs.every((change) => change.kind === 'gloss' && change.after === '')).toBe(true);
  });

  test.each([
    '我去了北京(Beijing)。', // a name, not a reading
    '國內生產總值(GDP)和人工智能(AI)。',
    '“經”讀作（jīng），“緯”讀作（wěi）。', // full-width brackets explain
    '重(chóng)復的事不必說,行(háng)業的事要說。', // conversion changes neither character
    '數(shù)一數羊,經(jīng)過的羊都要數,經理也數。', // not at every occurrence
    '銀(yín)行(háng)在哪里,重(zhòng)量多少。', // teaches pronunciation
    '他叫李贇(yūn),來自外地。', // one alone in a text without damage
    '這(du)里和那里,經(ping)過。', // not the readings
  ])('left alone: %s', (text) => {
    expect(repair(text).text).toBe(text);
  });
});
