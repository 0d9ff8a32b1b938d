/**
 * CoreNLP's quote annotator on marked English texts, beside ours: `npm run bench:claims -- --corenlp <folder>`, where the
 * folder holds the jars of `edu.stanford.nlp:stanford-corenlp:4.5.7` and its classifier `models`
 * (`mvn dependency:copy-dependencies -DoutputDirectory=<folder>`). Needs Java and 4 GB.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Claim } from '../../document/types.js';
import type { MarkedAttribution, MarkedText } from './marked.js';

/** What CoreNLP says about a quotation; offsets are UTF-16. */
interface Quote {
  readonly beginIndex: number;
  readonly endIndex: number;
  readonly mention?: string;
  readonly speaker?: string;
  readonly canonicalSpeaker?: string;
}

/** Runs CoreNLP once over the texts. */
function quotesOf(jars: string, texts: readonly string[]): Quote[][] {
  const folder = mkdtempSync(join(tmpdir(), 'corenlp-'));
  const paths = texts.map((text, index) => {
    const path = join(folder, `${index}.txt`);
    writeFileSync(path, text);
    return path;
  });
  writeFileSync(join(folder, 'list'), paths.join('\n'));
  const annotators = 'tokenize,ssplit,pos,lemma,ner,depparse,coref,quote';
  execFileSync(
    'java',
    ['-Xmx3600m', '-cp', join(jars, '*'), 'edu.stanford.nlp.pipeline.StanfordCoreNLP', '-annotators', annotators]
      .concat(['-coref.algorithm', 'statistical', '-filelist', join(folder, 'list')])
      .concat(['-outputFormat', 'json', '-outputDirectory', folder]),
    { stdio: 'ignore' },
  );
  const quotes = paths.map(
    (path) => (JSON.parse(readFileSync(`${path}.json`, 'utf8')) as { quotes?: Quote[] }).quotes ?? [],
  );
  rmSync(folder, { recursive: true });
  return quotes;
}

const pronoun = /^(?:he|she|they|it)$/i;

/** Whether one of two names is the other or a part of it, by whole words. */
function sameName(a: string | undefined, b: string): boolean {
  if (a === undefined || a === '') return false;
  const [left, right] = [` ${a.toLowerCase()} `, ` ${b.toLowerCase()} `];
  return left.includes(right) || right.includes(left);
}

/** CoreNLP is right where its speaker, or the one it makes canonical, names the source, or its mention is the same pronoun. */
function isRight({ speaker, canonicalSpeaker, mention }: Quote, sources: readonly string[]): boolean {
  return sources.some(
    (source) =>
      (sameName(speaker, source) && !pronoun.test(source)) ||
      (sameName(canonicalSpeaker, source) && !pronoun.test(source)) ||
      (pronoun.test(source) && mention?.toLowerCase() === source.toLowerCase()),
  );
}

/** A table of both on the quotations and on all attributions of the texts. */
export function compareWithCoreNlp(
  jars: string,
  texts: readonly MarkedText[],
  claimsOf: (text: string) => readonly Claim[],
): string {
  const english = texts.filter(({ text, attributions }) => !/\p{Script=Han}/u.test(text) && attributions.length > 0);
  const quotes = quotesOf(
    jars,
    english.map(({ text }) => text),
  );
  const count = {
    direct: 0,
    all: 0,
    theirs: 0,
    ours: 0,
    theirsAll: 0,
    oursAll: 0,
    spans: 0,
    spurious: 0,
    oursSpurious: 0,
  };
  english.forEach(({ text, attributions }, index) => {
    const found = quotes[index] ?? [];
    const claims = claimsOf(text).filter(({ source, quote }) => source !== null || quote !== 'none');
    count.spans += found.length;
    count.spurious += found.filter(
      ({ beginIndex, endIndex }) => !attributions.some((wanted) => meets(wanted, beginIndex, endIndex)),
    ).length;
    count.oursSpurious += claims.filter(
      ({ quote, start, end }) => quote === 'direct' && !attributions.some((wanted) => meets(wanted, start, end)),
    ).length;
    for (const wanted of attributions) {
      if (wanted.optional || wanted.sources.length === 0) continue;
      const sources = wanted.sources.map(({ start, end }) => text.slice(start, end));
      const theirs = found.some((quote) => meets(wanted, quote.beginIndex, quote.endIndex) && isRight(quote, sources));
      const ours = claims.some(
        ({ source, start, end }) =>
          source !== null &&
          meets(wanted, start, end) &&
          sources.some((name) => sameName(text.slice(source.start, source.end), name)),
      );
      count.all++;
      count.theirsAll += theirs ? 1 : 0;
      count.oursAll += ours ? 1 : 0;
      if (wanted.quote !== 'direct') continue;
      count.direct++;
      count.theirs += theirs ? 1 : 0;
      count.ours += ours ? 1 : 0;
    }
  });
  const share = (part: number, whole: number): string => `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)`;
  return [
    `| ${english.length} English texts | CoreNLP 4.5.7 | Wenmai |`,
    '| --- | --- | --- |',
    `| speaker of a direct quotation right | ${share(count.theirs, count.direct)} | ${share(count.ours, count.direct)} |`,
    `| source of any attribution right | ${share(count.theirsAll, count.all)} | ${share(count.oursAll, count.all)} |`,
    `| quotations of nobody taken for speech | ${count.spurious} of ${count.spans} | ${count.oursSpurious} |`,
  ].join('\n');
}

function meets({ start, end }: MarkedAttribution, from: number, to: number): boolean {
  const common = Math.min(end, to) - Math.max(start, from);
  return common > 0.5 * Math.min(end - start, to - from);
}
