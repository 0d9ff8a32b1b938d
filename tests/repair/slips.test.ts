import { describe, expect, test } from '@jest/globals';
import { damage } from '../../src/tools/damage-model.js';
import { repair } from '../support/repair.js';

const glosses = { 這: 'zhè', 經: 'jīng', 設: 'shè', 戰: 'zhàn', 確: 'què', 們: 'mén', 電: 'diàn', 業: 'yè', 發: 'fā' };

/** What the reader should see: no tag, full-width ASCII folded as the damaged site folds it. */
function clean(text: string): string {
  return text.replace('</p>', '').replace(/[！-～]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
}

describe('GBK slips', () => {
  test.each([
    '王主任說：“這批設備已經全部裝好。”</p>',
    '陳老師說：“孩子們的進步很大。”</p>',
    '工程規模可觀，投入的人手也多。',
    '這項計劃已經公布。“確保安全”是第一條。',
    '發電站去年停電。“百年大戰”也在那時開始。',
    '這里原是漁村。科學家來了以后，村子變了樣。',
    '专家认为，这种做法十分安全。“可以放心”。',
    '经济学家说：“这个数字并不高。”</p>',
  ])('%s', (text) => {
    const damaged = damage(text, glosses);
    expect(damaged).toContain('?');
    expect(repair(damaged).text).toBe(clean(text));
  });

  test('what was inferred is said, with its evidence', () => {
    const [slip] = repair(damage('王主任說：“門已裝好。”</p>')).repairs;
    expect(slip).toMatchObject({ kind: 'mojibake', before: '?!?/p>', after: '。”' });
    expect(slip?.note).toMatch(/” inferred \(tag, \d+%/);
  });

  test('a character that cannot be known becomes U+FFFD, with the candidates', () => {
    const { text, repairs } = repair(damage('這家工廠停工已經半年。“復工要等春天”，廠長說。', glosses));
    expect(text).toMatch(/^這家工廠停工已經半年。“復工\ufffd+春天”,廠長說。$/);
    const slip = repairs.find((change) => change.kind === 'mojibake');
    expect(slip?.confidence).toBeLessThan(0.5);
    expect(slip?.note).toContain('one of 要');
  });

  test.each([
    '什么?!他真的来了?!',
    '真的?!不是吧?!',
    '她说:“是我?!不是吧?!”他笑了。',
    '我?不是吧?!“怎么可能”',
    '他走了?!不是吧?!“怎么可能”',
    '你确定?!可以吧?!看着办?!',
    '你去不去?我不去?那算了。',
    '名單上有個生僻字?的人,大家都認識。',
    '真的嗎?“當然”,他說。',
    '網址是 https://example.org/find?q=1&page=2 ,請查。',
    'Is it true?Yes! He asked: "why?!?"',
    'The caf\ufffd was closed; \ufffdohn left.',
    '价格是多少？！太贵了！？',
    '??',
    '=======?=======',
  ])('left alone: %s', (text) => {
    expect(repair(text).text).toBe(text);
    expect(repair(text).repairs).toEqual([]);
  });

  test('a line that was read by a wrong encoding has no slips', () => {
    const line = new TextDecoder('gbk').decode(
      new TextEncoder().encode('县城的物价,上周末起慢慢回落1成,菜农说这是好消息'),
    );
    expect(line).toContain('\ufffd');
    expect(repair(line).repairs.filter(({ rule }) => rule.startsWith('gbk-slip'))).toEqual([]);
  });

  test.each(['?说'.repeat(2000), '?說得「好'.repeat(2000), '?!'.repeat(4000), '�'.repeat(8000)])(
    'a run of markers comes to an end, and nothing of it is lost',
    (text) => {
      const { text: repaired, repairs } = repair(text);
      const restored = [...repairs].reverse().reduce((rest, { start, end, before }) => {
        return rest.slice(0, start) + before + rest.slice(end);
      }, repaired);
      expect(restored).toBe(text);
    },
    60_000,
  );
});
