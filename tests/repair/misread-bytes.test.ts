import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { singleByteCodecs, windows1252 } from '../../src/repair/mojibake/single-byte.js';
import { runs } from '../support/fuzz.js';
import { repair } from '../support/repair.js';

type Way = (text: string) => string;

/** What a decoder leaves of bytes that stand for nothing in Windows-1252. */
const unused = /[\u0081\u008d\u008f\u0090\u009d]/g;
const misread: Way = (text) => windows1252.decode(Buffer.from(text)) ?? '';
const dropped: Way = (text) => misread(text).replace(unused, '');
const ways: Readonly<Record<string, Way>> = {
  whole: misread,
  'Latin-1': (text) => Buffer.from(text).toString('latin1'),
  'bytes dropped': dropped,
  'bytes marked U+FFFD': (text) => misread(text).replace(unused, '\ufffd'),
  'bytes marked ?': (text) => misread(text).replace(unused, '?'),
  'plain spaces': (text) => misread(text).replaceAll('\u00a0', ' '),
  'plain spaces, soft hyphens gone': (text) => misread(text).replaceAll('\u00a0', ' ').replaceAll('\u00ad', ''),
  'all of it': (text) => dropped(text).replaceAll('\u00a0', ' ').replaceAll('\u00ad', ''),
  twice: (text) => misread(misread(text)),
  'twice, bytes dropped': (text) => dropped(dropped(text)),
  'three times': (text) => misread(misread(misread(text))),
  references: (text) => misread(text).replace(/[\u0080-\uffff]/g, (sign) => `&#${sign.charCodeAt(0)};`),
  'the second half': (text) => text.slice(0, text.length / 2) + misread(text.slice(text.length / 2)),
  ...Object.fromEntries(singleByteCodecs.map((codec) => [codec.name, (text) => codec.decode(Buffer.from(text)) ?? ''])),
};

const english = [
  'The mayor said: “We don’t know yet – it’s £5 a head, or €6.” Café owners weren’t asked…',
  'García and Núñez met in Málaga; “voilà”, said São Paulo’s envoy, “it’s over”.',
  'He said “no.”\nShe didn’t reply — nor did they.',
];
const chinese = [
  '港务局局长在会上宣布，新的航线将于5日开通，中国和国际旅客都可以参加，无需预约。',
  '渡輪公司昨天表示：「新船下月試航，票價不變，詳情稍後公布。」市民普遍歡迎，認為方便。',
  '他说：“我们明年回来。” The coach said it’s “a dream”.',
];

/** Whether a text is the clean one, but for characters that are marked as lost. */
function isWholeOrMarked(text: string, clean: string): boolean {
  return text.length === clean.length && Array.from(text).every((one, i) => one === clean[i] || one === '\ufffd');
}

describe('UTF-8 read by single bytes', () => {
  test.each(Object.entries(ways))('%s', (_, damage) => {
    for (const clean of english) expect(repair(damage(clean)).text).toBe(clean);
    for (const clean of chinese) {
      const { text } = repair(damage(clean));
      expect(isWholeOrMarked(text, clean)).toBe(true);
      expect(text.split('\ufffd').length).toBeLessThan(3);
    }
  });

  test.each([
    ['donâ€™t', 'don’t'],
    ['He said â€œyesâ€ and left.', 'He said “yes” and left.'],
    ['Tickets are Â£5.', 'Tickets are £5.'],
    ['Some 20Â % of 5Â 000.', 'Some 20 % of 5 000.'],
    ['SeÃ±or GarcÃa said voilÃ again.', 'Señor García said voilà again.'],
    ['GarcÃa said it.', 'García said it.'],
    ['&acirc;&euro;&trade;', '’'],
    ['don&acirc;&euro;&trade;t', 'don’t'],
    ['don&#226;&#128;&#153;t', 'don’t'],
    ['don&amp;acirc;&amp;euro;&amp;trade;t', 'don’t'],
    ['Ã¢â‚¬Å“yesÃ¢â‚¬Â, he said', '“yes”, he said'],
    ['ï¿½', '\ufffd'],
    ['don‚Äôt', 'don’t'],
    ['donвЂ™t', 'don’t'],
    ['donΓÇÖt', 'don’t'],
    ['GdaÅ„sk', 'Gdańsk'],
    ['“It’s â€œfineâ€\u009d”', '“It’s “fine””'],
    // A byte-order mark that was misread says nothing about the letter behind it.
    ['ï»¿Élodie a été là.', 'Élodie a été là.'],
    ['ï»¿è vero.', 'è vero.'],
    ['ä½\u00a0å¥½é', '你好\ufffd'],
  ])('%s', (raw, clean) => {
    expect(repair(raw).text).toBe(clean);
  });

  test('a letter that cannot be told is marked, with what it may be', () => {
    const { text, repairs } = repair('Ã�ngel says itâ€™s fine; Ã�ngel doesnâ€™t mind.');
    expect(text).toBe('\ufffdngel says it’s fine; \ufffdngel doesn’t mind.');
    expect(repairs[0]).toMatchObject({ confidence: 0.4, note: expect.stringContaining('one of Á/Í') });
  });

  test('sentences come back whole, or what is lost is marked; every edit stands at its place', () => {
    const texts = fc
      .array(fc.constantFrom(...english, ...chinese), { minLength: 1, maxLength: 6 })
      .map((sentences) => sentences.join('\n'));
    fc.assert(
      fc.property(texts, fc.constantFrom(...Object.values(ways)), (clean, damage) => {
        const raw = damage(clean);
        const { text, repairs } = repair(raw);
        expect(isWholeOrMarked(text, clean)).toBe(true);
        for (const { start, end, rawStart, rawEnd, before, after } of repairs) {
          expect(raw.slice(rawStart, rawEnd)).toBe(before);
          expect(text.slice(start, end)).toBe(after);
        }
      }),
      { numRuns: runs(100) },
    );
  });
});

const clean = [
  'Ângela Merkel em São Paulo; Ângelo, Âmbar, a letra Ã, AMANHÃ, IRMÃ, MAÇÃ, JOÃO, Conceição.',
  '“AMANHÔ, disse ele; «MANHû … MAÇÃ… ALEMÃ® e a letra “Ô.',
  'Il est né\u00a0» et c’est l’été… « passé\u00a0», CAFÉ’S, PRÉS»… DÉJÀ” Bogotá” será…” está»…',
  'À la carte, Hà Nội, Đà Nẵng, Âu Lạc, Châu Á – Thái Bình Dương, CHÂU Á”, Nguyễn Ái Quốc',
  'Łódź, Dvořák, Čapek, Škoda, GDAŃSK, ŁÓDŹ”, Ærøskøbing, ÅRHUS, Å», Ångström, groß», muß“',
  '‚Ärzte‘, ‚Äpfel‘ und ‚Österreich‘, STRASSE—ÄÖÜ, Ü–Bahn',
  '€5, 5 €, £5, ¥100, ©2024, ®, ™, ±2°, § 3, ¼, “€”, ‘£’, 3×², √2, √x, ≈5, ¬p',
  'Президент: «в Москве», В\u00a0Москве, «нет»… Україна: дії, її», дії»; Србија: Ђорђе, Њујорк, Љубав',
  'Ελλάδα: Γη, Γ. Παπανδρέου, ΓΣΕΕ, Όχι, «σ’ αυτό», Ω±',
  '┌─┬─┐│a│b│├─┼─┤└─┴─┘ ├──┤ ┬┐ ├┤abc',
  '鈥是元素钬的旧字，鈧、鈩也是旧字。联通、电信和移动。',
];

test.each([...clean, clean.join('\n')])('left alone: %s', (text) => {
  expect(repair(text).repairs).toEqual([]);
});

describe('a text about misread bytes', () => {
  test.each([
    'The page showed Ã© instead of é in every headline.',
    'Where an apostrophe, ’, should be, it printed `â€™`; “Ã¼” stood for “ü”.',
    'He typed “José” and read “JosÃ©”.',
    '網頁把「ü」印成「Ã¼」。',
  ])('is left alone: %s', (text) => {
    expect(repair(text).repairs).toEqual([]);
  });

  test.each([
    // Nothing is right, or something is misread beside the examples.
    ['“Ã©” is the letter.', '“é” is the letter.'],
    ['It showed “Ã©” for é, and donâ€™t ask why.', 'It showed “é” for é, and don’t ask why.'],
    ['The café (cafÃ©) and its Ã©lan', 'The café (café) and its élan'],
  ])('is none: %s', (raw, clean) => {
    expect(repair(raw).text).toBe(clean);
  });
});

test('clean words stay as they are beside what was misread', () => {
  expect(repair(`${clean.join('\n')}\n${misread('It’s “fine”, isn’t it?')}`).text).toBe(
    `${clean.join('\n')}\nIt’s “fine”, isn’t it?`,
  );
});

describe('English text in UTF-8 that was read as GBK', () => {
  const read: Way = (text) => new TextDecoder('gbk').decode(Buffer.from(text));

  test.each([
    ['He said “no.”\nShe didn’t reply.', 'He said “no.”\nShe didn’t reply.'],
    ['“That’s a naïve plan—it’s £5 or €6,” she said.', '“That’s a naïve plan—it’s £5 or €6,” she said.'],
    ['“We’ll see – or not.”', '“We’ll see \ufffd or not.”'],
  ])('%s', (text, repaired) => {
    expect(repair(read(text)).text).toBe(repaired);
  });

  test('what is no character of GBK was not read as one, and stays', () => {
    const { text } = repair(`${read('“The café is “naïve”.')}\nno鈥𠮷 鈥😀 鈩😀 鈥ñ`);
    expect(text).toContain('“The café');
    for (const character of ['𠮷', '😀', 'ñ']) expect(text).toContain(character);
    expect(repair('鎴戜滑鐨ñ勭洰鏍囨槸鎴戜滑').text).toContain('ñ');
  });

  test('the space behind a mark may be lost with it', () => {
    expect(repair('鈥淭hat鈥檚 it,鈥?she said.').text).toBe('“That’s it,” she said.');
  });
});

// Time that grew with the square of its length would pass the limit of the tests.
test.each(['Ã', 'â€', 'é» ', 'ä¸', 'Â ', '鈥', 'вЂ'])('a long text of %s is read to its end', (piece) => {
  const raw = piece.repeat(Math.ceil(400_000 / piece.length));
  const { text, repairs } = repair(raw);
  expect(repairs.map(({ rawStart, rawEnd }) => raw.slice(rawStart, rawEnd))).toEqual(
    repairs.map(({ before }) => before),
  );
  expect(repairs.map(({ start, end }) => text.slice(start, end))).toEqual(repairs.map(({ after }) => after));
});
