import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Answer } from './cases.js';

/** Peers are installed for one run into a temporary folder: they are no dependencies of this project. */
const packages = ['@microsoft/recognizers-text-suite@1.3.1', 'chrono-node@2.10.3'];

export interface Peer {
  readonly name: string;
  /** Several answers for one place are all that the peer cannot tell apart. */
  read(text: string, reference: string, lang: string): Answer[];
  /** CPU seconds that a text took, where the peer is another process; null where it must be measured here. */
  seconds(text: string): number | null;
}

/** A text to be read, with the date that it counts from. */
export interface Question {
  readonly text: string;
  readonly reference: string;
}

/**
 * Installs the peers and makes them readers of the same cases. JioNLP, a package of PyPI for Chinese alone, reads all of
 * `questions` beforehand, in one process.
 */
export function installPeers(questions: readonly Question[]): Peer[] {
  const folder = mkdtempSync(join(tmpdir(), 'bench-times-'));
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', ...packages], {
    cwd: folder,
    stdio: 'inherit',
  });
  const load = createRequire(join(folder, 'package.json'));
  return [recognizers(load), chrono(load), jionlp(folder, questions)];
}

/** JioNLP in a virtual environment of its own; it needs Python 3. */
function jionlp(folder: string, questions: readonly Question[]): Peer {
  const run = (command: string, args: readonly string[], input = ''): string =>
    execFileSync(command, args, {
      cwd: folder,
      input,
      maxBuffer: 1 << 28,
      env: { ...process.env, TZ: 'UTC' },
    }).toString();
  run('python3', ['-m', 'venv', 'python']);
  run(join(folder, 'python/bin/pip'), ['install', '--quiet', 'jionlp==1.5.31']);
  const script = fileURLToPath(new URL('read-jionlp.py', import.meta.url));
  const lines = questions.map((question) => JSON.stringify(question)).join('\n');
  const written = run(join(folder, 'python/bin/python'), ['-W', 'ignore', script], lines);
  const { answers, seconds } = JSON.parse(written.slice(written.indexOf('{"answers"'))) as {
    readonly answers: readonly Answer[][];
    readonly seconds: readonly number[];
  };
  const key = (text: string, reference: string): string => `${reference} ${text}`;
  const read = new Map(questions.map(({ text, reference }, i) => [key(text, reference), answers[i] ?? []]));
  const spent = new Map(questions.map(({ text }, i) => [text, seconds[i] ?? 0]));
  return {
    name: 'JioNLP',
    read: (text, reference) => read.get(key(text, reference)) ?? [],
    seconds: (text) => spent.get(text) ?? 0,
  };
}

type Load = (name: string) => unknown;

interface Resolved {
  readonly start: number;
  readonly end: number;
  readonly resolution?: { readonly values?: readonly Readonly<Record<string, string>>[] } | null;
}

function recognizers(load: Load): Peer {
  const suite = load('@microsoft/recognizers-text-suite') as {
    recognizeDateTime(text: string, culture: string, options: number, reference: Date): readonly Resolved[];
  };
  return {
    name: 'Recognizers-Text',
    seconds: () => null,
    read: (text, reference, lang) =>
      suite
        .recognizeDateTime(text, lang === 'zh' ? 'zh-cn' : 'en-us', 0, localDate(reference))
        .flatMap(({ start, end, resolution }) =>
          (resolution?.values ?? []).map((value) => answerOf(value, { start, end: end + 1 })),
        ),
  };
}

function answerOf(value: Readonly<Record<string, string>>, span: { start: number; end: number }): Answer {
  const { type = '', timex = '' } = value;
  if (type === 'duration' || type === 'set') return { ...span, begin: null, until: null, value: timex };
  const begin = value.start ?? value.value ?? null;
  const clock = (written: string | null): string | null =>
    written !== null && /^\d\d:/.test(written) ? `2000-01-01T${written}` : written;
  return { ...span, begin: clock(begin), until: clock(value.end ?? nextDay(type, begin)), value: timex };
}

/** A day ends where the next begins. */
function nextDay(type: string, begin: string | null): string | null {
  if (type !== 'date' || begin === null) return null;
  const day = new Date(`${begin}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? null : new Date(day.getTime() + 86_400_000).toISOString().slice(0, 10);
}

function chrono(load: Load): Peer {
  interface Component {
    get(part: string): number | null;
    isCertain(part: string): boolean;
  }
  interface Parsed {
    readonly index: number;
    readonly text: string;
    readonly start: Component;
    readonly end: Component | null;
  }
  const library = load('chrono-node') as {
    en: { parse(text: string, reference: Date): readonly Parsed[] };
    zh: { parse(text: string, reference: Date): readonly Parsed[] };
  };
  const written = (component: Component): string => {
    const part = (name: string, width = 2): string => String(component.get(name) ?? 0).padStart(width, '0');
    const clock = component.isCertain('hour') ? `T${part('hour')}:${part('minute')}:${part('second')}` : '';
    return `${part('year', 4)}-${part('month')}-${part('day')}${clock}`;
  };
  return {
    name: 'chrono',
    seconds: () => null,
    read: (text, reference, lang) =>
      (lang === 'zh' ? library.zh : library.en)
        .parse(text, localDate(reference))
        .map(({ index, text: found, start, end }) => {
          const begin = written(start);
          const until = end === null ? (start.isCertain('hour') ? null : nextDay('date', begin)) : written(end);
          return { start: index, end: index + found.length, begin, until, value: null };
        }),
  };
}

function localDate(reference: string): Date {
  const [date = '', time = '00:00:00'] = reference.split('T');
  const [year = 2000, month = 1, day = 1] = date.split('-').map(Number);
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  return new Date(year, month - 1, day, hour, minute, second);
}
