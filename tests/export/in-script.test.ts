import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type AnnotatedArticle, annotatedArticleSchema, createPipeline, type TargetScript } from '../../src/index.js';
import { targetScripts } from '../../src/script/targets.js';
import { runs } from '../support/fuzz.js';

const corpus = new URL('../../corpus/', import.meta.url);
const names = readdirSync(corpus).filter((name) => name.endsWith('.txt'));
const pipelines = new Map(targetScripts.map((script) => [script, createPipeline({ script })] as const));
const plain = createPipeline();

function textIn(script: TargetScript, text: string): string {
  return annotate(script, text).text;
}

function annotate(script: TargetScript, text: string): AnnotatedArticle {
  const article = pipelines.get(script)?.annotate({ id: 'x', text, published: '2025-03-12' });
  if (article === undefined) throw new Error(script);
  return article;
}

/** Every span of an article that has a text of its own. */
function spansOf(article: AnnotatedArticle) {
  const { sentences, tokens, mentions, times, quantities, claims, quotations, facts } = article;
  const parts = [
    ...claims.flatMap(({ source, cue, hedges }) => [source ?? [], cue ?? [], hedges].flat()),
    ...facts.flatMap(({ subject, predicate, object }) => [subject, predicate, object ?? []].flat()),
  ];
  return [...sentences, ...tokens, ...mentions, ...times, ...quantities, ...claims, ...quotations, ...parts];
}

function rawSpansOf(article: AnnotatedArticle) {
  const { sentences, mentions, times, quantities, claims, quotations, facts, repairs } = article;
  const parts = facts.flatMap(({ subject, predicate, object }) => [subject, predicate, object ?? []].flat());
  return [sentences, mentions, times, quantities, claims, quotations, parts, repairs].map((layer) =>
    layer.map(({ rawStart, rawEnd }) => [rawStart, rawEnd]),
  );
}

describe('the text in another script', () => {
  test.each<[TargetScript, string, string]>([
    ['hant', '皇后后来走了三公里，家里人都在。', '皇后後來走了三公里，家裡人都在。'],
    ['tw', '服务器的内存不够，软件很慢。', '伺服器的記憶體不夠，軟體很慢。'],
    ['hk', '卫生间在里面，鼠标和服务器在外面。', '衞生間在裏面，滑鼠和伺服器在外面。'],
    ['hans', '皇后後來看著雪，著名的乾隆年間。', '皇后后来看着雪，著名的乾隆年间。'],
    // A Traditional text keeps its own forms; only what slipped in from Simplified is converted.
    ['hant', '皇后後來在台灣，并且為了軟件。', '皇后後來在台灣，並且為了軟件。'],
    ['hans', '皇后后来在台湾的机场，李乾說了。', '皇后后来在台湾的机场，李乾说了。'],
    // Traditional with the words of the mainland, and with those of Taiwan already.
    ['tw', '這個軟件在服務器上。', '這個軟體在伺服器上。'],
    ['tw', '這個軟體在伺服器上，滑鼠壞了，程序完了。', '這個軟體在伺服器上，滑鼠壞了，程序完了。'],
    // Each sentence by its own script.
    // Both in one sentence: what only Traditional writes is right already.
    ['tw', '后来頭髮濕了，头发湿了；軟件和软件都在里面。', '後來頭髮濕了，頭髮溼了；軟體和軟體都在裡面。'],
    ['hant', '后来下雪了，头发湿了。後來停了，頭髮乾了。', '後來下雪了，頭髮溼了。後來停了，頭髮乾了。'],
    // OpenCC takes 括发 and 国历 for phrases, across two words.
    ['hant', '装置包括发动机。', '裝置包括發動機。'],
    ['hant', '日本国历史很长。', '日本國歷史很長。'],
    ['hant', 'The ferry is late.', 'The ferry is late.'],
    ['tw', '国会議員は、この問題を話し合いました。', '国会議員は、この問題を話し合いました。'],
  ])('%s of %s', (script, text, expected) => {
    expect(textIn(script, text)).toBe(expected);
  });

  test('a person keeps the characters of names', () => {
    const article = annotate('hant', '董事长余文乐说，他有多余的钱。余文乐没有来。');
    expect(article.text).toBe('董事長余文樂說，他有多餘的錢。余文樂沒有來。');
    expect(article.entities).toMatchObject([
      { name: '余文樂', names: { 'zh-Hant': '余文樂', 'zh-Hans': '余文乐' }, mentions: 2 },
    ]);
  });

  test('what is counted, facts and quotations are cut out of the converted text', () => {
    const article = annotate('tw', '服务器公司说“内存很贵”。百度公司2023年发布了300个服务器。');
    expect(article.quantities).toMatchObject([{ text: '300個', unit: '個', of: '伺服器' }]);
    expect(article.quotations).toMatchObject([{ text: '記憶體很貴' }]);
    expect(article.facts).toMatchObject([{ subject: { text: '百度公司' }, object: { text: '300個伺服器' } }]);
  });

  test('a name that a region has another word for is exported under that word', () => {
    const article = annotate('tw', '沙特阿拉伯的天气很好，新西兰的也是。');
    expect(article.mentions.map(({ text, start, end }) => [text, start, end])).toEqual([
      ['沙烏地阿拉伯', 0, 6],
      ['紐西蘭', 12, 15],
    ]);
    expect(article.entities.map(({ name, names: forms }) => [name, forms['zh-Hans']])).toEqual([
      ['沙烏地阿拉伯', '沙特阿拉伯'],
      ['紐西蘭', '新西兰'],
    ]);
  });
});

describe.each(targetScripts)('every corpus article in %s', (script) => {
  test.each(names)('%s', (name) => {
    const raw = readFileSync(new URL(name, corpus), 'utf8');
    const article = annotate(script, raw);
    const own = plain.annotate({ id: 'x', text: raw, published: '2025-03-12' });
    expect(annotatedArticleSchema.strict().parse(article)).toEqual(article);
    const text = Array.from(article.text);
    expect(spansOf(article).filter((span) => text.slice(span.start, span.end).join('') !== span.text)).toEqual([]);
    for (const { start, end, after } of article.repairs) expect(text.slice(start, end).join('')).toBe(after);
    expect(rawSpansOf(article)).toEqual(rawSpansOf(own));
    let last = 0;
    for (const token of article.tokens) {
      expect(token.start).toBeGreaterThanOrEqual(last);
      expect(token.end).toBeGreaterThan(token.start);
      last = token.end;
    }
    const without = ({ entities, mentions, times, claims }: AnnotatedArticle) => ({
      entities: entities.map((entity) => [entity.id, entity.type, entity.names, entity.mentions]),
      mentions: mentions.map((mention) => [mention.entity, mention.type]),
      times: times.map(({ value, begin, until }) => [value, begin, until]),
      claims: claims.map((claim) => [claim.rule, claim.kinds, claim.entities, claim.checkWorthy]),
    });
    expect(without(article)).toEqual(without(own));
  });
});

test('whatever the text, every span slices and points to the same raw text', () => {
  const pieces = fc.constantFrom(
    ...'内存 服务器 软件 后来 皇后 里面 頭髮 軟體 余文乐 說 表示 ， 。 “ ” 2024年3月 5% 公司 新西兰 經(jīng) 内\u200b存 &nbsp; </p> 𠮷 🚢 \n の \ufffd ? ⿰氵 a'.split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), fc.constantFrom(...targetScripts), (parts, script) => {
      const raw = parts.join('');
      const article = annotate(script, raw);
      const text = Array.from(article.text);
      for (const { start, end, text: words } of spansOf(article)) expect(text.slice(start, end).join('')).toBe(words);
      for (const { start, end, after } of article.repairs) expect(text.slice(start, end).join('')).toBe(after);
      const own = plain.annotate({ id: 'x', text: raw, published: '2025-03-12' });
      const places = ({ mentions, sentences }: AnnotatedArticle) =>
        [...mentions, ...sentences].map(({ rawStart, rawEnd }) => [rawStart, rawEnd]);
      const [moved, still] = [places(article), places(own)];
      expect(moved).toHaveLength(still.length);
      moved.forEach(([from = 0, to = 0], i) => {
        expect(from).toBeLessThanOrEqual(still[i]?.[0] ?? 0);
        expect(to).toBeGreaterThanOrEqual(still[i]?.[1] ?? 0);
      });
    }),
    { numRuns: runs(150) },
  );
});
