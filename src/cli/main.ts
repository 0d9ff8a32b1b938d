import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { defaultPace } from '../batch/job.js';
import { Interrupted, systemReason, UserError } from '../batch/user-error.js';
import { type ClaimChoice, claimChoices } from '../claims/choices.js';
import { defaultFormats, formatNames, formats } from '../export/index.js';
import { ownVersion } from '../export/versions.js';
import { ArticleError, isIsoDate } from '../input/article.js';
import { encodingByLabel } from '../input/decode.js';
import { type TargetScript, targetScripts } from '../script/targets.js';
import type { AnnotateOptions } from './annotate.js';
import type { RepairOptions } from './repair.js';

interface StreamFlags {
  readonly published?: string;
  readonly script?: TargetScript;
  readonly tokens?: boolean;
  readonly claims: ClaimChoice;
  readonly debug?: boolean;
}

// Each command is loaded when it is asked for: annotate leaves the pipeline to its workers.

/**
 * Runs the command that `args` ask for and gives its exit status: 0 all well, 1 something failed, 2 wrong usage. Errors
 * go to standard error as one line each, with a stack only after `--debug`.
 */
export async function main(args: readonly string[]): Promise<number> {
  process.stdout.on('error', endWhereNobodyReads);
  let status = 0;
  const program = createProgram((result) => {
    status = result;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    return fail(error, args.includes('--debug'));
  }
}

function createProgram(end: (status: number) => void): Command {
  const program = new Command('wenmai')
    .description('Annotates damaged Chinese and English news: repairs it, finds names, times, quantities and claims.')
    .version(ownVersion())
    .configureOutput({ outputError: (message, write) => write(oneLine(message)) })
    .exitOverride()
    .addHelpText('after', '\nExample:\n  wenmai annotate corpus -o output\n');
  addAnnotate(program, end);
  addStream(program);
  addVerify(program, end);
  addRepair(program, end);
  return program;
}

function addAnnotate(program: Command, end: (status: number) => void): void {
  program
    .command('annotate')
    .description('annotate a corpus and write the tables')
    .argument('<inputs...>', 'files (.txt .html .json .jsonl .csv), directories or globs')
    .requiredOption('-o, --output <dir>', 'directory to write: new, empty, or a former export')
    .option('--published <date>', 'date of publication for articles without one', toDate)
    .addOption(scriptOption())
    .option('--encoding <name>', 'encoding of the articles, such as big5; found out if not given', toEncoding)
    .option('--tokens', 'give tokens their part of speech')
    .addOption(claimsOption())
    .option('--excel', 'CSV tables for Excel: byte-order mark, formulas escaped')
    .option(
      '--format <formats>',
      `forms besides annotations.jsonl, parted by commas (default: ${defaultFormats})`,
      toFormats,
    )
    .option('--workers <n>', 'processes that annotate; as many as pay off if not given', toCount)
    .option('--timeout <seconds>', `time for an article, or some small ones (default: ${defaultPace.timeout})`, toCount)
    .option('--resume', 'go on with a run that was stopped or killed')
    .addOption(new Option('--batch-size <n>', 'articles a worker is sent at once').argParser(toCount).hideHelp())
    .option('--quiet', 'print nothing but errors')
    .option('--debug', 'print stacks of errors')
    .addHelpText(
      'after',
      `\nFormats:\n${listOfFormats()}\n\nExample:\n  wenmai annotate news/*.txt -o output --published 2024-02-20\n  wenmai annotate pages/*.html -o output --encoding big5 --script tw\n  wenmai annotate archive.jsonl -o output --workers 4 --resume\n`,
    )
    .action(async (inputs: string[], options: AnnotateOptions) =>
      end(await (await import('./annotate.js')).annotate(inputs, options)),
    );
}

function addStream(program: Command): void {
  program
    .command('stream')
    .description('answer each line of JSON on standard input with one on standard output')
    .option('--published <date>', 'date of publication for articles without one', toDate)
    .addOption(scriptOption())
    .option('--tokens', 'give tokens their part of speech')
    .addOption(claimsOption())
    .option('--debug', 'print stacks of errors')
    .addHelpText('after', `\nExample:\n  echo '{"id": "a", "text": "百度今天发布新模型。"}' | wenmai stream\n`)
    .action(async ({ published, script, claims, tokens = false, debug = false }: StreamFlags) =>
      (await import('./stream.js')).stream(process.stdin, process.stdout, {
        published: published ?? null,
        script: script ?? null,
        pos: tokens,
        claims,
        onFailure: (error) => debug && printStack(error),
      }),
    );
}

function addVerify(program: Command, end: (status: number) => void): void {
  program
    .command('verify')
    .description('annotate again what an export was made from; any byte that differs fails')
    .argument('<dir>', 'directory that annotate wrote')
    .option('--debug', 'print stacks of errors')
    .addHelpText('after', '\nExample:\n  wenmai verify output\n')
    .action(async (directory: string) => end(await (await import('./verify.js')).verify(directory)));
}

function addRepair(program: Command, end: (status: number) => void): void {
  program
    .command('repair')
    .description('print the repaired text of a file and annotate nothing')
    .argument('<file>', 'file of articles, or - for plain text on standard input')
    .option('--encoding <name>', 'encoding of the file, such as big5; found out if not given', toEncoding)
    .option('--diff', 'tell every repair instead: where, what, why, how sure')
    .option('--debug', 'print stacks of errors')
    .addHelpText('after', '\nExample:\n  wenmai repair --diff scraped.txt\n')
    .action(async (file: string, options: RepairOptions) =>
      end(await (await import('./repair.js')).repair(file, options)),
    );
}

function scriptOption(): Option {
  const what = 'script of exported text and names, tw and hk with the words of the region';
  return new Option('--script <script>', what).choices([...targetScripts]);
}

function claimsOption(): Option {
  return new Option('--claims <choice>', 'all claims, or those of the most reliable frames')
    .choices(claimChoices)
    .default('balanced');
}

function toDate(value: string): string {
  if (!isIsoDate(value)) throw new InvalidArgumentError('Write a real day as YYYY-MM-DD.');
  return value;
}

function toCount(value: string): number {
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new InvalidArgumentError('Write a whole number from 1.');
  return Number(value);
}

/** The formats named so far and those of one more `--format`. */
function toFormats(value: string, before: readonly string[] = []): string[] {
  const names = value.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !formatNames.includes(name));
  if (unknown !== undefined) throw new InvalidArgumentError(`Choose among ${formatNames.join(', ')}.`);
  return [...before, ...names];
}

function listOfFormats(): string {
  const width = Math.max(...formatNames.map((name) => name.length));
  const lines = [{ name: 'jsonl', description: 'annotations.jsonl, always written' }, ...formats];
  return lines.map(({ name, description }) => `  ${name.padEnd(width)}  ${description}`).join('\n');
}

function toEncoding(value: string): string {
  const encoding = encodingByLabel(value);
  if (encoding === null)
    throw new InvalidArgumentError('Name one of utf-8, utf-16le, utf-16be, gb18030, big5, or another web encoding.');
  return encoding;
}

function oneLine(message: string): string {
  const text = message
    .replace(/^error: /, '')
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\.$/, '');
  return `wenmai: ${text}; see wenmai --help.\n`;
}

function fail(error: unknown, debug: boolean): number {
  if (debug) printStack(error);
  else process.stderr.write(`wenmai: ${describe(error)}\n`);
  if (error instanceof Interrupted) return 130;
  return error instanceof UserError ? error.status : 1;
}

function describe(error: unknown): string {
  if (error instanceof UserError || error instanceof Interrupted || error instanceof ArticleError) return error.message;
  const message = error instanceof Error ? error.message.replace(/\s*\n\s*/g, ' ') : String(error);
  const reason = systemReason(error);
  return reason === null ? `${message} (--debug shows where)` : `${reason}: ${message}`;
}

function printStack(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
}

/** The reader of a pipe has gone, as after `| head`: there is nobody left to tell. Else the output is lost: that is told. */
function endWhereNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`wenmai: cannot write to standard output: ${systemReason(error) ?? error.message}.\n`);
  process.exit(1);
}
