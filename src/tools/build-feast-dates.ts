/**
 * Writes the lexicon `feast-dates`: Jewish and Muslim feasts by the calendars of ICU (a Jewish feast begins on the evening
 * before, so its date is that of the eve; Muslim months are those of Umm al-Qura), solar terms by the longitude of the sun,
 * and Hindu feasts by the lunar day (tithi) and the sidereal month in India, both from positions by astronomy-engine.
 */
import { writeFileSync } from 'node:fs';
import { MoonPhase, SearchMoonPhase, SearchSunLongitude, SunPosition } from 'astronomy-engine';

const [firstYear, lastYear] = [1900, 2100];
const day = 86_400_000;

const rows = new Map<string, string[]>();
const add = (feast: string, at: number): void => {
  const date = new Date(at);
  const year = date.getUTCFullYear();
  if (year < firstYear || year > lastYear) return;
  rows.set(feast, [...(rows.get(feast) ?? []), `${year}-${date.getUTCMonth() + 1}-${date.getUTCDate()}`]);
};

/** Feasts by `month day` of a calendar of ICU, moved by days. */
function addCalendar(name: string, feasts: Readonly<Record<string, string>>, move: number): void {
  const calendar = new Intl.DateTimeFormat(`en-u-ca-${name}`, { month: 'long', day: 'numeric', timeZone: 'UTC' });
  for (let at = Date.UTC(firstYear - 1, 11, 1); at < Date.UTC(lastYear + 1, 1, 1); at += day) {
    const parts = Object.fromEntries(calendar.formatToParts(at).map(({ type, value }) => [type, value]));
    const feast = feasts[`${parts.month} ${parts.day}`];
    if (feast !== undefined) for (const each of feast.split(' ')) add(each, at + move * day);
  }
}

addCalendar(
  'hebrew',
  {
    'Tishri 1': 'rosh-hashanah',
    'Tishri 10': 'yom-kippur',
    'Tishri 15': 'sukkot',
    'Tishri 22': 'shemini-atzeret',
    'Tishri 23': 'simchat-torah',
    'Kislev 25': 'hanukkah',
    'Shevat 15': 'tu-bishvat',
    'Adar 14': 'purim',
    'Adar II 14': 'purim',
    'Adar 15': 'shushan-purim',
    'Adar II 15': 'shushan-purim',
    'Nisan 15': 'passover',
    'Nisan 27': 'yom-hashoah',
    'Iyar 5': 'yom-haatzmaut',
    'Iyar 18': 'lag-baomer',
    'Sivan 6': 'shavuot',
    'Av 9': 'tisha-bav',
  },
  -1,
);
/** Independence day is kept from running into the sabbath. */
rows.set(
  'yom-haatzmaut',
  (rows.get('yom-haatzmaut') ?? []).map((date) => {
    const at = new Date(`${date} UTC`).getTime();
    const move = { 4: -1, 5: -2, 0: 1 }[new Date(at).getUTCDay()] ?? 0;
    const moved = new Date(at + move * day);
    return `${moved.getUTCFullYear()}-${moved.getUTCMonth() + 1}-${moved.getUTCDate()}`;
  }),
);
addCalendar(
  'islamic-umalqura',
  {
    'Muharram 1': 'islamic-new-year',
    'Muharram 10': 'ashura',
    'Rabiʻ I 12': 'mawlid',
    'Rajab 27': 'isra',
    'Ramadan 1': 'ramadan',
    'Ramadan 27': 'laylat-al-qadr',
    'Shawwal 1': 'eid-al-fitr',
    'Dhuʻl-Hijjah 10': 'eid-al-adha',
  },
  0,
);
for (const first of rows.get('eid-al-fitr') ?? []) {
  const last = new Date(`${first} UTC`).getTime() - day;
  add('jumuatul-wida', last - ((new Date(last).getUTCDay() + 2) % 7) * day);
}

const terms = [
  'chunfen qingming guyu lixia xiaoman mangzhong xiazhi xiaoshu dashu liqiu chushu bailu',
  'qiufen hanlu shuangjiang lidong xiaoxue daxue dongzhi xiaohan dahan lichun yushui jingzhe',
]
  .join(' ')
  .split(' ');
for (let year = firstYear; year <= lastYear; year++)
  terms.forEach((term, i) => {
    const start = new Date(Date.UTC(year, 0, 1));
    const found = SearchSunLongitude(i * 15, start, 370);
    if (found !== null) add(term, found.date.getTime() + 8 * 3_600_000);
  });

/** Degrees that the sidereal zodiac (Lahiri) has fallen behind. */
const ayanamsa = (at: number): number => 23.853 + ((at - Date.UTC(2000, 0, 1)) / (365.25 * day)) * (50.29 / 3600);
const signOf = (at: number): number =>
  Math.floor((((SunPosition(new Date(at)).elon - ayanamsa(at)) % 360) + 360) / 30) % 12;

/** Month, lunar day, and hour in India at which it must run. */
const hindu: Readonly<Record<string, readonly [month: number, tithi: number, hour: number]>> = {
  ugadi: [1, 1, 6],
  'rama-navami': [1, 9, 12],
  'mahavir-jayanti': [1, 13, 6],
  'hanuman-jayanti': [1, 15, 6],
  'akshaya-tritiya': [2, 3, 12],
  'ratha-yatra': [4, 2, 6],
  'raksha-bandhan': [5, 15, 14],
  janmashtami: [5, 23, 24],
  'ganesh-chaturthi': [6, 4, 12],
  navaratri: [7, 1, 6],
  'maha-saptami': [7, 7, 6],
  'durga-ashtami': [7, 8, 6],
  dussehra: [7, 10, 14],
  'valmiki-jayanti': [7, 15, 6],
  'karva-chauth': [7, 19, 20],
  dhanteras: [7, 28, 19],
  'kali-chaudas': [7, 29, 19],
  diwali: [7, 30, 19],
  'govardhan-puja': [8, 1, 6],
  'bhai-dooj': [8, 2, 12],
  chhath: [8, 6, 18],
  'guru-nanak': [8, 15, 6],
  'guru-gobind-singh': [10, 7, 6],
  'vasant-panchami': [11, 5, 9],
  'ravidas-jayanti': [11, 15, 6],
  'maha-shivaratri': [11, 29, 24],
  holi: [12, 15, 19],
};

for (let moon = SearchMoonPhase(0, new Date(Date.UTC(firstYear - 1, 10, 1)), 40); moon !== null; ) {
  const at = moon.date.getTime();
  const next = SearchMoonPhase(0, new Date(at + 25 * day), 10);
  if (next === null || at > Date.UTC(lastYear + 1, 0, 1)) break;
  const sign = signOf(at);
  const isLeap = sign === signOf(next.date.getTime());
  const month = ((sign + 1) % 12) + 1;
  if (!isLeap)
    for (const [feast, [wanted, tithi, hour]] of Object.entries(hindu))
      if (wanted === month) addTithi(feast, at, tithi, hour);
  moon = next;
}

/** The day in India on which the lunar day runs at the hour, else the day in which it ends. */
function addTithi(feast: string, newMoon: number, tithi: number, hour: number): void {
  const india = 5.5 * 3_600_000;
  const first = Math.floor((newMoon + india) / day) * day;
  for (let i = 0; i < 32; i++) {
    const local = first + i * day;
    const moment = local + hour * 3_600_000 - india;
    if (moment < newMoon && tithi !== 1) continue;
    const running = Math.floor(MoonPhase(new Date(moment)) / 12) + 1;
    const isPast = running > tithi && moment > newMoon && i < 31;
    if (moment > newMoon && (running === tithi || isPast)) {
      add(feast, isPast && running !== tithi ? local - day : local);
      return;
    }
  }
}

const header = [
  '# Feasts that no short rule dates (Jewish, Muslim and Hindu ones, solar terms), each with its dates',
  '# columns: feast dates',
  '# source: calendars of ICU and positions by astronomy-engine, computed by src/tools/build-feast-dates.ts',
  '# license: Unicode-3.0',
  '# used-by: src/times/feasts.ts',
];
const lines = [...rows].map(([feast, dates]) => `${feast}\t${dates.join(' ')}`).sort();
writeFileSync(new URL('../lexicons/data/feast-dates.tsv', import.meta.url), `${[...header, ...lines].join('\n')}\n`);
