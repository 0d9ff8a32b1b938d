import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { runs } from '../support/fuzz.js';
import { repair } from '../support/repair.js';

const article = [
  '港務局昨天公布新的航班表,碼頭將在下月開始夜間作業,漁民對此並不滿意,他們說燈光太亮,機器太吵,孩子整夜睡不著覺,老人也只好搬到山上的親戚家裡去住。',
  '市政府發言人在記者會上表示,夜間作業只會維持三個月,期間每週檢討一次噪音與燈光,若居民仍然無法接受,市府不排除把作業時間提前到黃昏,並且補償受到影響的住戶。',
  '不過,漁會理事長並不買單。他指出,去年擴建碼頭的時候,市府也答應過同樣的事情,結果補償金拖了半年才發下來,防波堤外的漁場卻再也沒有恢復原來的樣子。',
];
const english = [
  'The harbour office published a new timetable yesterday, and from next month the pier will work at night, a change that did not please the fishermen who live along the quay.',
  'A spokesman for the city said the night shifts would last for three months only, and that noise and light would be reviewed every week while they went on.',
  'The head of the fishing guild was not convinced, since the city had promised much the same when it enlarged the pier, and the money arrived half a year late.',
];

/** Breaks a paragraph into lines of at most `columns`, within words where it is Chinese. */
function wrap(paragraph: string, columns: number): string {
  const units = /\p{Script=Han}/u.test(paragraph) ? Array.from(paragraph) : paragraph.split(/(?<= )/);
  const lines = [''];
  for (const unit of units) {
    const width = (line: string) => Array.from(line).reduce((sum, c) => sum + (/[!-~ ]/.test(c) ? 1 : 2), 0);
    if (width(`${lines.at(-1)}${unit}`.trimEnd()) > columns) lines.push('');
    lines[lines.length - 1] += unit;
  }
  return lines.map((line) => line.trimEnd()).join('\n');
}

describe('lines broken at a fixed width are joined', () => {
  test.each([
    [article, 36, '\n\n'],
    [article, 40, '\n\n'],
    [article, 30, '\r\n\r\n'],
    [english, 60, '\n\n'],
    [english, 72, '\n\n'],
  ])('%#', (paragraphs, columns, between) => {
    const raw = paragraphs.map((paragraph) => wrap(paragraph, columns)).join(between);
    const settled = repair(raw);
    expect(settled.text).toBe(paragraphs.join(between));
    expect(settled.repairs.every(({ kind }) => kind === 'linewrap')).toBe(true);
    expect(repair(settled.text).repairs).toEqual([]);
  });

  const news = [
    '港務局昨晚說，東港碼頭下月起夜間開放，每週多開四班船。局長何定一表示：「漁民的損失，我們會補。」',
    '漁會不同意。理事長林阿土指出，去年的補償金拖了半年，會員到現在只領到三成，今年不會再簽字。',
  ];
  test.each([20, 26, 34, 40, 60, 68])('a short report at %d columns', (width) => {
    for (const indent of ['', '　　'])
      for (const between of ['\n', '\n\n']) {
        const paragraphs = news.map((paragraph) => indent + paragraph);
        const raw = paragraphs.map((paragraph) => wrap(paragraph, width)).join(between);
        expect(repair(raw).text).toBe(paragraphs.join(between));
      }
  });

  const report =
    'The harbour office will open the east pier at night from May. Its head, Dan Orme, said the fishermen would be paid. "We know what the lamps cost them," he told the council. The guild was not convinced, since last year\'s money came half a year late. Its members have so far been paid a third of the sum, and they will sign nothing this year.';
  test.each([30, 40, 50, 60, 72, 80])('a short report in English at %d columns', (width) => {
    expect(repair(wrap(report, width)).text).toBe(report);
  });

  test('lines of so many characters, within Latin words and numbers too', () => {
    const text = `${news[0]}船東Ocean Lines去年12月賠了3400萬元，Harbour Watch估計今年還要賠1250萬元，公司的股價因此跌了8.6%。`;
    for (const count of [13, 17, 20, 26]) {
      const raw = text.replace(new RegExp(`.{${count}}`, 'gu'), '$&\n');
      expect(repair(raw).text.trimEnd()).toBe(text);
    }
  });

  test('headline and byline stay apart from a wrapped report', () => {
    const head = '東港碼頭夜間開放 漁會不同意\n記者何秋月／東港報導\n';
    expect(repair(head + news.map((paragraph) => wrap(paragraph, 38)).join('\n')).text).toBe(head + news.join('\n'));
  });

  test('a dateline belongs to the text behind it', () => {
    const text = `（東港社記者何秋月東港17日電）${news.join('')}`;
    expect(repair(wrap(text, 44)).text).toBe(text);
  });

  test('a quotation that opens each of its paragraphs', () => {
    const told = [
      '何定一上個月上任。他說：「碼頭夜間開放以後，每週會多開四班船，會員的收入應該可以多兩成。',
      '「但是補償要先付，漁會才會簽字，這是去年的教訓，誰也不想再等半年多的時間。」',
    ];
    expect(repair(told.map((paragraph) => wrap(paragraph, 22)).join('\n')).text).toBe(told.join('\n'));
  });

  test('an item of a list stays apart from the line before', () => {
    const list = '\n一、碼頭夜間開放\n二、補償先付後簽';
    expect(repair(wrap(news[0] ?? '', 34) + list).text).toBe(news[0] + list);
  });

  test('paragraphs without space between keep their ends', () => {
    const raw = article.map((paragraph) => wrap(paragraph, 38)).join('\n');
    expect(repair(raw).text).toBe(article.join('\n'));
  });

  test('paragraphs by indents', () => {
    const raw = article.map((paragraph) => wrap(`　　${paragraph}`, 38)).join('\n');
    expect(repair(raw).text).toBe(article.map((paragraph) => `　　${paragraph}`).join('\n'));
  });

  test('a word with its hyphen, and a compound that keeps it', () => {
    const raw = [
      'The harbour office published a new ship-',
      'ping list yesterday, and from next month the',
      'pier will work at night, which is a long-',
      'term change that did not please the men',
      'who live along the quay and who sleep in',
      'the small houses under the old sea wall',
      'that was built by their grandfathers.',
    ].join('\n');
    expect(repair(raw).text).toBe(
      'The harbour office published a new shipping list yesterday, and from next month the pier will work at night, which is a long-term change that did not please the men who live along the quay and who sleep in the small houses under the old sea wall that was built by their grandfathers.',
    );
  });

  test('a line that begins with a comma', () => {
    expect(repair('他在碼頭的辦公室\n，向記者說明了新的航班表。').text).toBe(
      '他在碼頭的辦公室，向記者說明了新的航班表。',
    );
  });
});

describe('line ends that are meant stay', () => {
  test.each([
    [
      'one line three times over, which is no width that lines are filled to',
      '他說：“這不是 <錯誤>，而是 {特色}。”然後笑了:-)\n他說：“這不是 <錯誤>，而是 {特色}。”然後笑了:-)\n他說：“這不是 <錯誤>，而是 {特色}。”然後笑了:-)\n港務局昨天公布新的航班表，漁民對此並不滿意。',
    ],
    [
      'a poem',
      '床邊的燈火照著舊牆\n窗外的河水流過石橋\n遠方的船隊沒有回來\n岸上的孩子數著星星\n夜裡的風聲越過山頭\n明天的信件還在路上',
    ],
    [
      'a poem of long lines',
      '燈火照著舊牆而河水流過石橋底下的陰影\n船隊沒有回來於是孩子數著夜裡的星星\n風聲越過山頭把信件留在泥濘的路上\n我們坐在門口等著下一場雨落在屋頂\n沒有人記得那年春天誰先離開了村子\n只有河水知道石橋底下埋著誰的名字',
    ],
    [
      'lyrics',
      'Oh the harbour lights are low tonight\nAnd the ships are far away\nOh the harbour lights are low tonight\nAnd I have no words to say\nSing it low and sing it slow\nTill the morning turns to grey',
    ],
    [
      'verse',
      'The tide that took my father home\nhas never brought him back again,\nand every stone along the quay\nremembers him, and so do I,\nwho count the sails from morning on\nand mend the nets he left to dry.',
    ],
    ['a list', '- 早上八點開船\n- 中午十二點靠岸\n- 下午三點回航\n- 晚上七點收工\n- 半夜一點清點漁獲\n- 清晨四點拍賣'],
    [
      'names of equal length',
      '台北市中正區公所服務中心\n台北市大安區公所服務中心\n台北市信義區公所服務中心\n台北市松山區公所服務中心\n台北市中山區公所服務中心\n台北市萬華區公所服務中心',
    ],
    [
      'a table',
      '港口\t船班\t人數\n東港\t三班\t一百二十\n西港\t五班\t二百四十\n南港\t兩班\t八十\n北港\t四班\t一百六十\n中港\t一班\t四十',
    ],
    [
      'a table with bars',
      '| 港口 | 船班 | 人數 | 說明 |\n| 東港 | 三班 | 一百 | 早上開船 |\n| 西港 | 五班 | 二百 | 下午開船 |\n| 南港 | 兩班 | 八十 | 停航一週 |\n| 北港 | 四班 | 一百 | 晚上開船 |\n| 中港 | 一班 | 四十 | 週末停航 |',
    ],
    [
      'code',
      'const harbour = openHarbour(name);\nfor (const ship of harbour.ships) {\n  ship.sail(harbour.timetable);\n  ship.report(harbour.office, ship);\n}\nreturn harbour.ships.filter(isLate);\n',
    ],
    [
      'headlines',
      '港務局公布新航班表漁民不滿\n市府答應每週檢討噪音與燈光\n漁會理事長要求先付補償金額\n碼頭夜間作業下月開始試辦中\n颱風外圍環流今晚影響東海岸\n議員質詢擴建工程追加三億元',
    ],
    ['short sentences', '他來了。\n她走了。\n船開了。\n天亮了。\n雨停了。\n風大了。'],
    ['dialogue', '「你來了。」\n「我來了。」\n「船呢？」\n「還沒開。」\n「那就等。」\n「好。」'],
    [
      'verse that runs over its lines',
      '我在沒有人的碼頭\n等一艘不會回來的\n船，它載走了父親和\n那年冬天的雪\n而燈塔還亮著，像\n一個忘了回答的\n問題',
    ],
    [
      'free verse in English',
      'because the tide was out\nand the boats lay on\ntheir sides like\nsleeping dogs we walked\nto the island and\nback before the\nwater came',
    ],
    [
      'verse with full stops within its lines',
      'The boats are out. Nobody on the quay\nRemembers who was first to see the light.\nIt moved along the wall. Then it was gone\nAnd all the dogs of Harbour Street were still.\nWe waited for the morning. In the end\nThe tide brought in a shoe, a rope, a sail.',
    ],
    ['subtitles', '我們昨天在碼頭看到\n那艘船的時候\n天還沒有亮\n船長說他什麼\n都沒有聽見\n直到燈塔的光\n照到甲板上'],
    [
      'subtitles with times',
      '1\n00:00:01,000 --> 00:00:03,000\n我們昨天在碼頭看到\n那艘船的時候\n\n2\n00:00:03,500 --> 00:00:05,000\n天還沒有亮，船長說他\n什麼都沒有聽見',
    ],
    [
      'scores',
      'Harbour Town 2-1 Quay Rovers\nOld Pier 0-0 Lighthouse\nSaltmarsh 3-2 Net Menders\nEast Dock 1-4 West Dock',
    ],
    ['scores in Chinese', '東港隊二比一勝西港隊\n南港隊零比零和北港隊\n燈塔隊三比二勝漁會隊\n中港隊一比四負外港隊'],
    ['addresses', '東港市和平路二段十六號\n西港市中山路一段三十號\n南港市碼頭街四十五之二號\n北港市自由路三段七號'],
    [
      'bylines and headlines',
      '港務局公布夜間開放辦法\n記者何秋月／東港報導\n漁會理事長不願意簽字\n記者林春生／西港報導\n碼頭工程追加預算三億\n記者陳以安／南港報導',
    ],
    [
      'headlines in English',
      'Harbour office opens pier at night\nFishing guild refuses to sign\nCouncil backs new lamps for quay\nStorm closes the eastern road\nFerry line to buy two new ships\nOld lighthouse sold to museum',
    ],
    [
      'answers',
      '記者：碼頭什麼時候開放\n局長：下個月一號開始\n記者：補償金什麼時候發\n局長：等議會通過以後\n記者：如果議會不通過\n局長：那就再等一個月',
    ],
    [
      'captions',
      '圖為東港碼頭夜間開放。何秋月攝\n圖為漁會會員在門口等候。林春生攝\n圖為新裝的燈具。港務局供圖\n圖為停在外港的船。陳以安攝',
    ],
    ['marks explained', '，是逗號\n、是頓號\n。是句號\n；是分號\n：是冒號'],
    ['an address', 'Harbour Office\n12 Quay Street\nOld Town\nHarbour City 4021\nPhone 555 0100\nOpen on weekdays'],
    [
      'a list of parts, in English',
      'one pair of gloves for the deck crew\ntwo coils of rope of the thinner kind\nsix boxes of nails from the hardware store\nten litres of paint for the small boats\nsome old sails to be cut up for bags\na set of lamps for the lower quay',
    ],
  ])('%s', (_name, text) => {
    expect(repair(text).text).toBe(text);
  });

  test('whatever the lines, nothing but white space and a hyphen is touched', () => {
    const piece = fc.constantFrom(
      '港務局',
      '說',
      '，',
      '。',
      ' ',
      '\n',
      '\n\n',
      '　　',
      'the ship ',
      'inter-',
      '1. ',
      '「',
      '」',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 120 }), (pieces) => {
        const raw = pieces.join('');
        const { repairs } = repair(raw);
        for (const { kind, before } of repairs) if (kind === 'linewrap') expect(before).toMatch(/^-?\s+$/);
      }),
      { numRuns: runs(200) },
    );
  });
});
