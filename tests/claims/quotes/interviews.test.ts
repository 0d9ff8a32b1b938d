import { expect, test } from '@jest/globals';
import { defaultPipeline } from '../../../src/pipeline/default-pipeline.js';

/** Who says what in a text: `source: content`, a source that is not known as `–`. */
function turnsOf(text: string): string[] {
  const { claims } = defaultPipeline.run({ id: 'a', text, published: '2025-03-12' });
  return claims
    .filter(({ rule }) => rule === 'interview-turn')
    .map(
      ({ source, start, end }) =>
        `${source === null ? '–' : text.slice(source.start, source.end)}: ${text.slice(start, end)}`,
    );
}

const chinese = [
  '專訪潮汐學者江婉秋',
  '江婉秋在河口住了二十年。',
  '問：河口的泥為什麼愈來愈少？',
  '答：上游蓋了兩座水庫，泥沙下不來。去年只剩三成。',
  '問：還救得回來嗎？',
  '答：要看明年的雨。導師常說，河不會等人。',
].join('\n');

const named = [
  '对话江婉秋：泥去了哪里',
  '海潮周刊：河口的泥为什么越来越少？',
  '江婉秋：上游修了两座水库，泥沙下不来。',
  '她指了指窗外。',
  '海潮周刊：还救得回来吗？',
  '江婉秋：要看明年的雨。',
].join('\n');

const english = [
  'Five questions for a tide watcher',
  'Wanda Quist has lived on the estuary for twenty years.',
  'Q: Why is there less and less mud?',
  'A: Two dams went up, and the silt stays behind them. A third of it is left.',
  'Q: Can it be saved?',
  'A: That depends on the rain next year.',
].join('\n\n');

const panel = [
  'Who pays for the dams',
  'Four people met in Dorn on Monday to talk about the river.',
  'Moderator: Who pays for the dams?',
  'Wanda Quist: The towns below do.',
  'Moderator: And who should?',
  'Ibrahim Lowe: The company has the profit, so it has the bill.',
].join('\n\n');

test.each([
  [
    'a label for who answers',
    chinese,
    ['–: 上游蓋了兩座水庫，泥沙下不來。去年只剩三成。', '–: 要看明年的雨。導師常說，河不會等人。'],
  ],
  ['names', named, ['江婉秋: 上游修了两座水库，泥沙下不来。', '江婉秋: 要看明年的雨。']],
  [
    'letters',
    english,
    [
      '–: Two dams went up, and the silt stays behind them. A third of it is left.',
      '–: That depends on the rain next year.',
    ],
  ],
  [
    'several who answer',
    panel,
    ['Wanda Quist: The towns below do.', 'Ibrahim Lowe: The company has the profit, so it has the bill.'],
  ],
])('what is answered is the direct speech of who answers: %s', (_name, text, wanted) => {
  expect(turnsOf(text)).toEqual(wanted);
});

test('what a turn reports is told beside it', () => {
  const { claims } = defaultPipeline.run({ id: 'a', text: chinese, published: '2025-03-12' });
  expect(claims.map(({ start, end }) => chinese.slice(start, end))).toContain('河不會等人');
});

test.each([
  [
    'a list of labels',
    '地址：海邊路3號，近碼頭。\n電話：週一至週五可打。\n地址：河口路5號，近水閘。\n電話：假日不接，請留言。',
  ],
  [
    'a list with a question',
    'Address: Dock Road 3, by the pier.\n\nContact: Wanda Quist is in charge.\n\nPrice: Who knows?\n\nSize: It fits.',
  ],
  ['one exchange', '記者：河口的泥為什麼愈來愈少？\n江婉秋：上游蓋了兩座水庫。'],
])('%s is no interview', (_name, text) => {
  expect(turnsOf(text)).toEqual([]);
});
