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
      '去年共有12\ufffd500人搭船，码头至今没有重开\ufffd她表示，居民只好绕路，票价升了3\ufffd5%。',
      '去年共有12,500人搭船，码头至今没有重开。她表示，居民只好绕路，票价升了3.5%。',
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
