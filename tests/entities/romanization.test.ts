import { expect, test } from '@jest/globals';
import { romanKeys, romanPlaceKeys } from '../../src/entities/romanization.js';

test.each<[string, string, boolean]>([
  ['李彦宏', 'Li Yanhong', true],
  ['李彦宏', 'Yanhong Li', true],
  ['欧阳沐秋', 'Ouyang Muqiu', true],
  ['单国强', 'Shan Guoqiang', true],
  ['吕雪', 'Lü Xue', true],
  ['林志翔', 'Lin Chih-hsiang', true],
  ['陈玉珊', 'Chen Yu-shan', true],
  ['庄文彬', 'Chuang Wen-pin', true],
  ['张晓砚', 'Chang Hsiao-yen', true],
  ['李彦宏', 'Robin Li', false],
  ['李彦宏', 'Li Yanhua', false],
  ['阿里巴巴', 'Ali Baba', false],
])('%s and %s', (han, latin, same) => {
  const keys = romanKeys(latin);
  expect(romanKeys(han).some((key) => keys.includes(key))).toBe(same);
});

test.each<[string, string, boolean]>([
  ['东莞市', 'Dongguan', true],
  ['饶河县', 'Raohe County', true],
  ['西安', "Xi'an", true],
  ['西安', 'Xian City', true],
  ['广州', 'Canton', false],
])('the places %s and %s', (han, latin, same) => {
  const keys = romanPlaceKeys(latin);
  expect(romanPlaceKeys(han).some((key) => keys.includes(key))).toBe(same);
});
