import { describe, expect, test } from '@jest/globals';
import { brat } from '../../src/export/brat.js';
import { conllu } from '../../src/export/conllu.js';
import { doccano } from '../../src/export/doccano.js';
import { formats } from '../../src/export/index.js';
import { labelStudio } from '../../src/export/label-studio.js';
import { spacy } from '../../src/export/spacy.js';
import { annotated, astralTexts, exported, plainOptions } from '../support/exported.js';

const articles = annotated(astralTexts);

/** The lines of a file of JSON Lines. */
const linesOf = (content: string | undefined) =>
  (content ?? '')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** Every string that is cut out of a text by code points, or by UTF-16 units. */
const byPoints = (text: string, start: number, end: number) => Array.from(text).slice(start, end).join('');

describe.each([labelStudio, doccano, brat, conllu, spacy])('$name', (format) => {
  test('is in the list, with files that datapackage.json names', async () => {
    expect(formats).toContain(format);
    const files = await exported(format, articles);
    const writer = format.open((path) => ({ write() {}, close: () => ({ path, bytes: 0, sha256: '' }) }), plainOptions);
    for (const article of articles) await writer.add({ article, entityId: () => null });
    const resources = await writer.close({ entities: [], problems: [], claimLinks: [] });
    expect(resources.map(({ file }) => file.path).sort()).toEqual([...files.keys()].sort());
    for (const { name } of resources) expect(name).toMatch(/^[a-z0-9-]+$/);
    expect(new Set(resources.map(({ name }) => name)).size).toBe(resources.length);
  });

  test('is the same bytes twice', async () =>
    expect(await exported(format, articles)).toEqual(await exported(format, articles)));

  test('of no article is still whole', async () => {
    for (const content of (await exported(format, [])).values())
      expect(content === '' || content.endsWith('\n')).toBe(true);
  });
});

test('Label Studio counts code points', async () => {
  const tasks = JSON.parse((await exported(labelStudio, articles)).get('label-studio/tasks.json') ?? '');
  const regions = tasks.flatMap(({ data, predictions }: (typeof tasks)[number]) =>
    predictions[0].result
      .filter(({ type }: { type: string }) => type === 'labels')
      .map(({ value }: { value: { start: number; end: number; text: string } }) => [
        byPoints(data.text, value.start, value.end),
        value.text,
      ]),
  );
  expect(regions.length).toBeGreaterThan(15);
  for (const [cut, words] of regions) expect(cut).toBe(words);
  expect(JSON.stringify(tasks)).not.toContain('\\r');
});

test('doccano counts UTF-16 units, and its spans do not overlap', async () => {
  const examples = linesOf((await exported(doccano, articles)).get('doccano/spans.jsonl'));
  const cut = examples.flatMap(({ text, label }: { text: string; label: [number, number, string][] }) => {
    label.reduce((last, [start, end]) => {
      expect(start).toBeGreaterThanOrEqual(last);
      return end;
    }, 0);
    return label.map(([start, end, type]) => `${type} ${text.slice(start, end)}`);
  });
  expect(cut).toEqual(expect.arrayContaining(['ORG Roc Bay Power', 'MONEY $5 million', 'PERSON 林又晴']));
});

describe('brat', () => {
  test('counts code points; a span over lines is one fragment a line', async () => {
    const text = '🚢渡輪\n𠮷野';
    const [article] = annotated({ a: text });
    if (article === undefined) throw new Error('no article');
    const source = {
      text,
      start: 1,
      end: 6,
      rawStart: 0,
      rawEnd: 0,
      entity: null,
      kind: 'person',
      status: 'explicit',
    } as const;
    const claim = {
      text: '𠮷野',
      start: 4,
      end: 6,
      source,
      cue: null,
      quote: 'none',
      kinds: ['event', 'state'],
    } as const;
    const known = {
      ...article,
      mentions: [],
      times: [],
      quantities: [],
      claims: [{ ...claim, modality: 'possible', polarity: 'positive', stance: 'neutral' }],
    };
    const files = await exported(brat, [known as never]);
    expect(files.get('brat/a.txt')).toBe(text);
    expect(files.get('brat/a.ann')?.split('\n')).toEqual([
      'T1\tCLAIM 4 6\t𠮷野',
      'T2\tSOURCE 1 3;4 6\t渡輪 𠮷野',
      'R1\tsource Arg1:T1 Arg2:T2',
      'A1\tquote T1 none',
      'A2\tkinds-event T1',
      'A3\tkinds-state T1',
      'A4\tmodality T1 possible',
      'A5\tpolarity T1 positive',
      'A6\tstance T1 neutral',
      'A7\tkind T2 person',
      'A8\tstatus T2 explicit',
      '',
    ]);
  });

  test('files have names of their own, and the documents are told', async () => {
    const files = await exported(brat, articles);
    expect([...files.keys()].filter((path) => path.endsWith('.ann'))).toEqual([
      'brat/a_1.ann',
      'brat/a_1-2.ann',
      'brat/b.ann',
    ]);
    expect(linesOf(files.get('brat/documents.jsonl')).map(({ file, id }) => [file, id])).toEqual([
      ['a_1', 'a/1'],
      ['a_1-2', 'a:1'],
      ['b', 'b'],
    ]);
  });
});

describe('CoNLL-U', () => {
  test('sentences, tokens, white space, names', async () => {
    const [article] = annotated({ 'a b': '林又晴说：“好🚢。”\n\nShe  paid $5 million.' });
    const content = (await exported(conllu, article === undefined ? [] : [article])).get('annotations.conllu') ?? '';
    const sentences = content.split('\n\n').filter(Boolean);
    expect(content.endsWith('\n\n')).toBe(true);
    expect(sentences[0]?.split('\n').filter((line) => line.startsWith('#'))).toEqual([
      '# newdoc id = a b',
      '# global.Entity = eid-etype',
      '# newpar id = a_b-p1',
      '# sent_id = a_b-s1',
      '# text = 林又晴说：“好🚢。”',
    ]);
    const rows = sentences.flatMap((sentence) => sentence.split('\n').filter((line) => /^\d/.test(line)));
    expect(rows[0]).toBe('1\t林\t_\t_\t_\t_\t_\t_\t_\tEntity=(e1-PERSON|NE=B-PERSON|SpaceAfter=No');
    expect(rows[2]).toBe('3\t晴\t_\t_\t_\t_\t_\t_\t_\tEntity=e1)|NE=L-PERSON|SpaceAfter=No');
    expect(rows.every((row) => row.split('\t').length === 10)).toBe(true);
    expect(content).toContain('# text = She paid $5 million.\n');
    expect(content).toContain('\tSpacesAfter=\\s\\s\n');
    expect(content).toContain('SpacesAfter=\\n\\n');
    expect(rows.filter((row) => row.includes('-MONEY')).map((row) => /NE=(\w)/.exec(row)?.[1])).toEqual(
      expect.arrayContaining(['B', 'L']),
    );
  });

  test('an id is one entity throughout the file', async () => {
    const files = await exported(
      conllu,
      annotated({ a: '港務局發言人林又晴昨天表示，票價會漲。林又晴反對。', b: '百度今天發布新模型。' }),
    );
    const opened = [...(files.get('annotations.conllu') ?? '').matchAll(/Entity=\((e\d+-[A-Z]+)/g)].map(
      (match) => match[1],
    );
    expect(opened).toEqual(['e1-PERSON', 'e1-PERSON', 'e2-ORG']);
  });

  test('a name that begins inside a token cuts it', async () => {
    const [article] = annotated({ a: '他离开港务局。' });
    if (article === undefined) throw new Error('no article');
    const tokens = [
      { start: 0, end: 4, text: '他离开港', norm: '他离开港' },
      ...article.tokens.filter(({ start }) => start >= 4),
    ];
    const mention = {
      id: 'm1',
      entity: null,
      type: 'ORG' as const,
      text: '港务局',
      start: 3,
      end: 6,
      rawStart: 3,
      rawEnd: 6,
      by: '',
      confidence: 1,
    };
    const content =
      (await exported(conllu, [{ ...article, tokens, mentions: [mention] }])).get('annotations.conllu') ?? '';
    expect(content).toContain(
      '1\t他离开\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n2\t港\t_\t_\t_\t_\t_\t_\t_\tEntity=(e1-ORG',
    );
  });
});

test('spaCy: every span is whole tokens, and tokens with their spaces are the text', async () => {
  const docs = linesOf((await exported(spacy, articles)).get('spacy.jsonl'));
  expect(docs.map(({ meta }) => meta.document_id)).toEqual(articles.map(({ id }) => id));
  for (const [i, doc] of docs.entries()) {
    const { text, tokens, ents, spans, sents } = doc as {
      text: string;
      tokens: { start: number; end: number }[];
      ents: { start: number; end: number }[];
      spans: Record<string, { start: number; end: number; kb_id: string }[]>;
      sents: { start: number; end: number }[];
    };
    expect(text).toBe(articles[i]?.text);
    const [starts, ends] = [new Set(tokens.map((t) => t.start)), new Set(tokens.map((t) => t.end))];
    for (const { start, end } of [...ents, ...sents, ...Object.values(spans).flat()])
      expect([starts.has(start), ends.has(end)]).toEqual([true, true]);
    const rest = tokens.reduce((at, { start, end }) => {
      expect(['', ' ']).toContain(byPoints(text, at, start));
      return end;
    }, 0);
    expect(['', ' ']).toContain(byPoints(text, rest, text.length));
    expect(spans.names?.every(({ kb_id }) => kb_id.startsWith(`${articles[i]?.id}#e`))).toBe(true);
  }
});

test('the labelling configuration names every control once', async () => {
  const config = (await exported(labelStudio, [])).get('label-studio/config.xml') ?? '';
  const controls = [...config.matchAll(/<(?:Labels|TextArea|Choices|Text) name="([^"]+)"/g)].map((match) => match[1]);
  expect(new Set(controls).size).toBe(controls.length);
  expect(controls).toEqual(expect.arrayContaining(['text', 'label', 'value', 'kinds', 'entity']));
});
