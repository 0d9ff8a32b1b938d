/** Articles of made-up people for tests of the export: both languages and scripts, two that disagree, characters of every plane. */
const articles = [
  {
    id: 'hant/港口=1',
    title: '=新渡輪',
    publisher: '海門日報',
    published: '2024-03-05',
    text: '海門港務局局長林又晴3月4日表示，“新渡輪預料5月1日試航。”她說，藍鯨航運今年的旅客比去年增加12%。\n藍鯨航運總經理何志遠認為，票價不會上漲。去年約有30萬名旅客乘坐渡輪。𠮷號渡輪載客200人😀。',
  },
  {
    id: 'hans-2',
    title: '票价之争',
    publisher: '海门日报',
    published: '2024-03-09',
    text: '海门港务局局长林又晴3月8日表示，蓝鲸航运今年的旅客比去年增加15%。蓝鲸航运总经理何志远否认票价上涨。\n何志远说：“海门港务局没有给我们补贴。”据报道，蓝鲸航运去年亏损2000万元。',
  },
  {
    id: 'en-3',
    title: 'Ferry fares',
    author: 'Ann Lee',
    published: '2024-03-11',
    text: '“The fares will not rise,” said Maria Lindqvist, chief executive of Northgate Ferries, on Monday. Northgate Ferries carried 300,000 passengers in 2023. Lindqvist said the Harbour Authority of Ostmark had promised a subsidy of $2 million. The tide was high.',
  },
  {
    id: 'en-4',
    published: '2024-03-12',
    text: 'Northgate Ferries carried 250,000 passengers in 2023. Maria Lindqvist may resign, according to the Harbour Authority of Ostmark. “We promised nothing,” said Peter Osei, a spokesman for the Harbour Authority of Ostmark.',
  },
];

/** The articles as JSON Lines. */
export const sampleCorpus = articles.map((article) => `${JSON.stringify(article)}\n`).join('');
