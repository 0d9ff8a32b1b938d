import { closeSync, openSync, writeSync } from 'node:fs';

/*
 * Short articles made up of a few sentences and of names that come as often as names do (Zipf): what memory and time of a run
 * depend on, not what news reads like.
 */

const surnames = '王李張劉陳楊趙黃周吳徐孫胡朱高林何郭馬羅梁宋鄭謝韓唐馮于董蕭';
const givenNames = '偉芳娜秀英敏靜麗強磊軍洋勇艷傑娟濤明超霞平剛桂蘭晴硯秋山雲川';
const places = ['青州', '临海', '云城', '南岭', '石桥', '渔港', '星屿', '灯塔', '盐湖', '珠海', '杭州', '成都'];
const kinds = ['港务局', '大学', '科技', '动力', '银行', '研究所', '汽车', '航空'];
const bodies = ['Harbour Bureau', 'Lantern Bridge Institute', 'Roc Bay Power', 'Salt Road Studio'];
const days = ['昨日', '周一', '3月5日', '上個月', '今天'];

/** Writes `count` articles of so many sentences to `path` as JSON Lines; the same ones every time. */
export function writeSyntheticCorpus(path: string, count: number, sentences = 1): void {
  const chance = new Chance();
  const file = openSync(path, 'w');
  for (let i = 0; i < count; i++) {
    const article = {
      id: `s${String(i).padStart(7, '0')}`,
      text: Array.from({ length: sentences }, () => sentence(chance)).join('\n'),
      published: `2024-03-${10 + (i % 20)}`,
    };
    writeSync(file, `${JSON.stringify(article)}\n`);
  }
  closeSync(file);
}

function sentence(chance: Chance): string {
  const person = personOf(chance.zipf(2000));
  const body = chance.of(places) + chance.of(kinds);
  const [day, place, number, share] = [chance.of(days), chance.of(places), chance.upTo(99_999), chance.upTo(60)];
  return chance.of([
    `${body}${day}宣布，新渡轮将于${(share % 12) + 1}月试航，票价为${number}元。`,
    `${person}${day}表示，${body}今年的销量达到${number}辆，同比增长${share}%。`,
    `${body}發言人${person}說：“我們${day}完成了${number}公里線路。”`,
    `据${body}统计，${place}共有${number}名学生参加考试，较去年减少${share}%。`,
    `${person}在${place}出任${body}董事長，他預計成本下降${share}%。`,
    `The ${chance.of(bodies)} said on Monday that ${number} passengers took the ferry in March, up ${share} percent.`,
  ]);
}

function personOf(rank: number): string {
  const chance = new Chance(rank + 1);
  return chance.of([...surnames]) + chance.of([...givenNames]) + chance.of([...givenNames]);
}

/** Numbers that look like chance and are the same in every run. */
class Chance {
  constructor(private state = 7) {}

  upTo(limit: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * limit);
  }

  of<T>(values: readonly T[]): T {
    return values[this.upTo(values.length)] as T;
  }

  /** A rank below `limit`; the first comes most often, the tenth a tenth as often. */
  zipf(limit: number): number {
    return Math.floor(limit ** (this.upTo(1_000_000) / 1_000_000)) - 1;
  }
}
