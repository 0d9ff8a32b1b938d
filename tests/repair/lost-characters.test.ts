import { describe, expect, test } from '@jest/globals';
import { repair } from '../support/repair.js';

const around = '渔港昨天起封闭，渡轮停航，居民改走陆路，车程多出一个小时。\n';

describe('characters that a decoder did not know in Chinese', () => {
  test.each([
    ['港务局发言人程?峰表示，设备老旧，维修经?不足。', '港务局发言人程\ufffd峰表示，设备老旧，维修经\ufffd不足。'],
    ['他说：?我们没有退路。?大家都点头。', '他说：\ufffd我们没有退路。\ufffd大家都点头。'],
  ])('U+FFFD takes the place of question marks that ask nothing: %s', (damaged, clean) => {
    const { text, repairs } = repair(around + damaged);
    expect(text).toBe(around + clean);
    expect(repairs.every(({ rule, kind }) => rule === 'lost-character' && kind === 'mojibake')).toBe(true);
    expect(repair(text).repairs).toEqual([]);
  });

  test('a question stays one behind a character of two units', () => {
    expect(repair(`${around}他问，渡轮到过𠮷野村吗?他又问，码头有𠮷野家吗?他还问，𠮷野村修好了吗?`).repairs).toEqual(
      [],
    );
  });

  test.each(['?', '\ufffd'])('commas come back where gaps part clauses: %s', (gap) => {
    const clean = '渡轮已经停了，他们只好走路，但没有人抱怨，因为路不远，天气也好。';
    let commas = 0;
    const damaged = clean.replace(/，/g, (comma) => (++commas > 3 ? comma : gap));
    const { text, repairs } = repair(around + damaged);
    expect(text).toBe(around + clean);
    expect(repairs.map(({ rule }) => rule)).toEqual(['lost-mark', 'lost-mark', 'lost-mark']);
  });

  test.each([
    // A full stop between sentences, a comma within one, a colon or a full stop before a quotation, one at the end of a quotation.
    [
      '码头上周关闭，至今没有重开\ufffd她表示，居民只好绕路\ufffd每天多走半个小时。',
      '码头上周关闭，至今没有重开。她表示，居民只好绕路，每天多走半个小时。',
    ],
    [
      '老船长笑着说\ufffd“我们从来没有停过船\ufffd”他随后登船，其他人也跟着走了。',
      '老船长笑着说：“我们从来没有停过船。”他随后登船，其他人也跟着走了。',
    ],
    // Marks of figures.
    [
      '去年共有12\ufffd500人搭船，票价升了5\ufffd3%，码头至今没有重开\ufffd她表示，居民只好绕路\ufffd每天多走半个小时。',
      '去年共有12,500人搭船，票价升了5.3%，码头至今没有重开。她表示，居民只好绕路，每天多走半个小时。',
    ],
    // Turns of an interview.
    [
      '问：船为什么停？\n答：机器坏了。\n问\ufffd什么时候修好？\n答\ufffd下个月，大概月底。',
      '问：船为什么停？\n答：机器坏了。\n问：什么时候修好？\n答：下个月，大概月底。',
    ],
  ])('which mark it was is told by what stands around: %s', (damaged, clean) => {
    expect(repair(around + damaged).text).toBe(around + clean);
  });

  test.each([
    ['渡轮坏了12?8万次', '渡轮坏了12.8万次'],
    ['票价升到5?05美元', '票价升到5.05美元'],
    ['亏损共达7?2 million', '亏损共达7.2 million'],
    ['乘客共有2?400人', '乘客共有2,400人'],
    // Ranges, years, times, scores, dates and ranks.
    ['这是2023?2024年的事', null],
    ['票价升了15?20%', null],
    ['票价升了3?5%', null],
    ['早上10?30开始', null],
    ['船上有3?5人', null],
    ['主队比分2?1获胜', null],
    ['主队以112?101获胜', null],
    ['船上有50?100人', null],
    ['他们是第8?10名', null],
    ['到了3月15?3万人上船', null],
    ['电话是2345?678', null],
    ['共有12?5000人', null],
    ['版本是1.15?2万', null],
  ])('a mark within a figure is put only where no other fits: %s', (figure, clean) => {
    for (const gap of ['?', '\ufffd']) {
      const lost = `码头至今没有重开${gap}她表示，居民只好绕路${gap}每天多走半个小时，`;
      const { text } = repair(`${around}${lost}${figure.replace('?', gap)}。`);
      expect(text).toBe(
        `${around}码头至今没有重开。她表示，居民只好绕路，每天多走半个小时，${clean ?? figure.replace('?', gap)}。`,
      );
    }
  });

  test.each([
    `${around}他们在2023?2024年停航，票价升了15?20%，10?30开始，船上有3?5人。`,
    `${around}他们在2023\ufffd2024年停航，亏损12\ufffd8万元，共有2\ufffd400人，5\ufffd3%的人走了。`,
    `${around}谁去修?谁来付钱?他没有说。`,
    `${around}谁去修?谁来付钱?真的?假的?他没有说。`,
    `${around}他说没有钱?\n真的没有钱?\n他走了。`,
    `${around}你去不去?他去不去?没人知道。`,
    `${around}这一次他没有来?大家走了。`,
    '渡轮,公交,火车?都停了?居民只好步行。',
    `${around}港务局发言人程\ufffd峰表示，维修经\ufffd不足。`,
    `${around}详见 https://example.org/?a=1&b=2 与 https://example.org/?c=3。`,
  ])('left alone: %s', (text) => {
    expect(repair(text).repairs).toEqual([]);
  });
});
