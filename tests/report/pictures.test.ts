import { describe, expect, test } from '@jest/globals';
import { createPipeline } from '../../src/index.js';
import { startPictures } from '../../src/report/pictures.js';

const pipeline = createPipeline();
const texts = [
  '百度创始人李彦宏表示，华为2023年5月发布了新手机。李彦宏称，华为的产品很好。',
  '李彥宏表示，華為去年賣出300萬部手機。',
];

describe('pictures', () => {
  const pictures = startPictures();
  texts.forEach((text, i) => {
    pictures.add(pipeline.annotate({ id: `a${i}`, text, published: '2024-03-05' }), i);
  });
  const { timeline, network, matrix } = pictures.close();

  test('dated claims come in the order of their days', () => {
    expect(timeline.map(({ date }) => date)).toEqual([...timeline.map(({ date }) => date)].sort());
    expect(timeline).toContainEqual(expect.objectContaining({ date: '2023-05-01', article: 0 }));
  });

  test('who speaks about whom is counted over both scripts', () => {
    const [from, to] = [network.names.indexOf('李彥宏'), network.names.indexOf('華為')];
    expect(network.links).toContainEqual({ from, to, claims: 3 });
  });

  test('mentions are counted per article', () => {
    expect(matrix.articles).toEqual([0, 1]);
    expect(matrix.counts[matrix.names.indexOf('李彥宏')]).toEqual([2, 1]);
  });

  test('of nothing there is nothing', () => {
    expect(startPictures().close()).toEqual({
      timeline: [],
      network: { names: [], links: [] },
      matrix: { names: [], articles: [], counts: [] },
    });
  });
});
