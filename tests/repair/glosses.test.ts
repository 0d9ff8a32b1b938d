import { describe, expect, test } from '@jest/globals';
import { repair } from '../support/repair.js';

describe('table glosses', () => {
  test.each<[string, string]>([
    ['這(zhè)個計劃已經(jīng)公布。', '這個計劃已經公布。'],
    ['設(shè)備到了,應(yīng)用不廣,還要調試設(shè)備。', '設備到了,應用不廣,還要調試設備。'],
    ['他們(mén)去北京(Beijing)開會,這(zhè)次談 AI(人工智能)。', '他們去北京(Beijing)開會,這次談 AI(人工智能)。'],
    ['據(jù)統(tǒng)計,業(yè)內(nèi)公司不少,數(shù)據(jù)也多。', '據統計,業內公司不少,數據也多。'],
    [
      '这(zhè)个计划已经(jīng)公布,设(shè)备还没到。应(yīng)用的人不多,这(zhè)次要先学(xué)会用设(shè)备,经(jīng)理说。',
      '这个计划已经公布,设备还没到。应用的人不多,这次要先学会用设备,经理说。',
    ],
    [
      '這（zhè）個計劃已經（jīng）公布，設（shè）備還沒到，應（yīng）用的人不多，這（zhè）次要先學（xué）會用設（shè）備，經（jīng）理說。',
      '這個計劃已經公布，設備還沒到，應用的人不多，這次要先學會用設備，經理說。',
    ],
    [
      '這(ㄓㄜˋ)個計劃已經(ㄐㄧㄥ)公布,設(ㄕㄜˋ)備還沒到,應(ㄧㄥ)用的人不多,這(ㄓㄜˋ)次要先學(ㄒㄩㄝˊ)會用設(ㄕㄜˋ)備,經(ㄐㄧㄥ)理說。',
      '這個計劃已經公布,設備還沒到,應用的人不多,這次要先學會用設備,經理說。',
    ],
    [
      '這(zhe4)個計劃已經(jing1)公布,設(she4)備還沒到,應(ying1)用的人不多,這(zhe4)次要先學(xue2)會用設(she4)備,經(jing1)理說。',
      '這個計劃已經公布,設備還沒到,應用的人不多,這次要先學會用設備,經理說。',
    ],
    [
      '港ㄍㄤˇ務ㄨˋ局ㄐㄩˊ昨ㄗㄨㄛˊ天ㄊㄧㄢ公ㄍㄨㄥ布ㄅㄨˋ了˙ㄌㄜ新ㄒㄧㄣ的˙ㄉㄜ航ㄏㄤˊ班ㄅㄢ表ㄅㄧㄠˇ。',
      '港務局昨天公布了新的航班表。',
    ],
    [
      '港(ㄍㄤˇ)務(ㄨˋ)局(ㄐㄩˊ)昨(ㄗㄨㄛˊ)天(ㄊㄧㄢ)公(ㄍㄨㄥ)布(ㄅㄨˋ)了(ㄌㄜ˙)新(ㄒㄧㄣ)的(ㄉㄜ˙)航(ㄏㄤˊ)班(ㄅㄢ)。',
      '港務局昨天公布了新的航班。',
    ],
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
    '重(chóng)要的是,學(xué)生要分清重(zhòng)量的重。',
    '龔(gōng)先生和鄺(kuàng)小姐昨天結婚。',
    '他來自瀋(shěn)陽,姓龐(páng)。',
    '小鳥(niǎo)在樹(shù)上唱歌。',
    '樂(yuè)器和快樂(lè),長(zhǎng)大和長(cháng)江。',
    '還(huán)書的日期是週五,還(hái)有三天。',
    '漢字(かんじ)と仮名(かな)を学(まな)ぶ。',
    '東京(とうきょう)へ行(い)った。',
    '「我(wǒ)們(men)學(xué)中(zhōng)文(wén)」是第一課。',
    '今天學習三個生字:讀(dú)、書(shū)、這(zhè)。',
    '這兩個字的拼音是經(jīng)過(guò)。',
    '課文:這(zhè)是什麼(me)?這(zhè)是書(shū)。',
    '饕(tāo)餮(tiè)是傳說中的獸。',
    '犇(ㄅㄣ)亞證券今天漲停。',
    '他名叫陳堃(ㄎㄨㄣ),綽號阿堃。',
    'ㄅㄆㄇ是注音符號,ㄅ讀如「玻」。',
    '地鐵1號線(a)和2號線(b)都停了。',
    '選項(a)是對的,選項(b)不對。',
    '見圖(a)與圖(e)。',
    '數學(shu xue)很難。',
    '你好 nǐ hǎo;謝謝 xièxie。',
    '谢谢(xièxie)你,这(zhè)是我的书(shū)。',
    '“还”字有两个读音:还(hái)是、还(huán)钱。',
    '长(cháng)城很长(cháng),他长(zhǎng)得高。',
    '歌詞:愛(ài)你一萬年,愛到海枯石爛。',
    '馬(mǎ)英九、馬化騰都姓馬(mǎ)。',
    '董事長叫喬(qiáo)治,副手叫駱(luò)克。',
    '葉(yè)問的葉(yè)讀yè,不讀xié(葉(xié)韻)。',
    '乾(gān)杯和乾(qián)隆的「乾」不同音。',
    '臺北市長盧(lú)女士、龔(gōng)議員和蕭(xiāo)議員都到場。',
    '這個「囍」(xǐ)字貼在門上。',
    '他把「尷尬」(gāngà)寫成「監介」。',
    'He teaches pinyin: 漢(hàn) and 語(yǔ) are on page 3.',
    'The characters 學(xué) and 習(xí) mean study and practice.',
  ])('left alone: %s', (text) => {
    expect(repair(text).text).toBe(text);
  });

  test('the more speaks for a table, the surer the repair', () => {
    const few = repair('這(zhè)個計劃已經(jīng)公布。').repairs;
    const many = repair('這(zhè)個計劃已經(jīng)公布。\n'.repeat(4)).repairs;
    expect(few[0]?.confidence).toBeLessThan(0.95);
    expect(many[0]?.confidence).toBeGreaterThan(0.95);
  });
});
