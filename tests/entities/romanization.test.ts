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
  ['陈水扁', 'Chen Shui-bian', true],
  ['罗咏欣', 'Lo Wing-yan', true],
  ['吴嘉慧', 'Ng Ka-wai', true],
  ['罗咏欣', 'Peter Lo Wing Yan', false],
  ['罗咏欣', 'Peter Lo Wing-yan', true],
  ['金勇浩', 'Kim Yong-ho', true],
  ['小林夏希', 'Kobayashi Natsuki', true],
  ['盛田昭夫', 'Akio Morita', true],
  ['罗咏欣', 'Lau Wing-yan', false],
  ['李彦宏', 'Robin Li', false],
  ['李彦宏', 'Li Yanhua', false],
  ['阿里巴巴', 'Ali Baba', false],
])('%s and %s', (han, latin, same) => {
  const keys = romanKeys(latin).map(({ key }) => key);
  expect(romanKeys(han).some(({ key }) => keys.includes(key))).toBe(same);
});

test.each<[string, string, boolean]>([
  ['东莞市', 'Dongguan', true],
  ['饶河县', 'Raohe County', true],
  ['西安', "Xi'an", true],
  ['西安', 'Xian City', true],
  ['广州', 'Canton', false],
])('the places %s and %s', (han, latin, same) => {
  const keys = romanPlaceKeys(latin).map(({ key }) => key);
  expect(romanPlaceKeys(han).some(({ key }) => keys.includes(key))).toBe(same);
});
