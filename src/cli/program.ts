import { Argument, Command, Option } from 'commander';
import { type CorpusStepName, corpusStepList } from '../batch/corpus-step-list.js';
import { defaultPace } from '../batch/job.js';
import { defaultFormats, formatNames, formats } from '../export/index.js';
import { chosenTables } from '../export/table-choice.js';
import { tables } from '../export/tables.js';
import { ownVersion } from '../export/versions.js';
import type { AnnotateOptions } from './annotate.js';
import { type ChoiceFlags, choose } from './chosen.js';
import { addComparing } from './comparing-commands.js';
import { completionScript, type Shell, shells } from './completion.js';
import { oneLine, printStack } from './errors.js';
import { addChoices, addDebug, addEncoding, addTokens, listOption, toCount } from './options.js';
import { shownLayers } from './render-article.js';
import type { RepairOptions } from './repair.js';
import type { ReportOptions } from './report.js';
import type { ShowOptions } from './show.js';
import { standardInput } from './standard-input.js';
import type { VerifyOptions } from './verify.js';

interface StreamFlags extends Omit<ChoiceFlags, 'tables'> {
  readonly tables?: string[] | true;
  readonly debug?: boolean;
}

// Each command is loaded when it is asked for: annotate leaves the pipeline to its workers.

/** The commands; each tells `end` its exit status. */
export function createProgram(end: (status: number) => void): Command {
  const program = new Command('wenmai')
    .description('Annotates damaged Chinese and English news: repairs it, finds names, times, quantities and claims.')
    .version(ownVersion())
    .exitOverride()
    .hook('preAction', (_, command) => {
      if (command.args.includes('')) command.error('error: an argument is empty: is a variable not set?');
    })
    .addHelpText('after', '\nExample:\n  wenmai annotate corpus -o output\n');
  addAnnotate(program, end);
  addStream(program);
  addSchema(program);
  addCorpusStep(program);
  addVerify(program, end);
  addRepair(program, end);
  addShow(program, end);
  addReport(program, end);
  addComparing(program, end);
  addCompletion(program);
  tellInOneLine(program, program.name());
  return program;
}

/** Has a command and those below it tell wrong arguments in our words, each naming its own help. */
function tellInOneLine(command: Command, name: string): void {
  command.configureOutput({ outputError: (message, write) => write(oneLine(message, name)) });
  for (const below of command.commands) tellInOneLine(below, `${name} ${below.name()}`);
}

function addAnnotate(program: Command, end: (status: number) => void): void {
  const command = program
    .command('annotate')
    .description('annotate a corpus and write the tables')
    .argument('<inputs...>', 'files (.txt .html .json .jsonl .csv), directories or globs')
    .option('-o, --output <dir>', 'directory to write: new, empty, or a former export');
  addTokens(addChoices(command, 'articles'))
    .option('--excel', 'CSV tables for Excel: byte-order mark, formulas escaped')
    .addOption(
      listOption('--format <formats>', `forms besides annotations.jsonl (default: ${defaultFormats})`, formatNames),
    )
    .addOption(tablesOption('--tables <names>', 'tables to write; all if not given'))
    .option('--workers <n>', 'processes that annotate; as many as pay off if not given', toCount)
    .option('--timeout <seconds>', `time for an article, or some small ones (default: ${defaultPace.timeout})`, toCount)
    .option('--resume', 'go on with a run that was stopped or killed')
    .addOption(new Option('--batch-size <n>', 'articles a worker is sent at once').argParser(toCount).hideHelp())
    .option('--overwrite', 'replace a former export even if files in it were changed since')
    .option('--report', 'write report.html, too: a page that shows the export')
    .option('--dry-run', 'say what would be read, and write nothing')
    .option('--quiet', 'print nothing but errors')
    .option('--json-logs', 'progress, problems and errors as JSON Lines on standard error');
  addDebug(command)
    .addHelpText(
      'after',
      `\nFormats:\n${listOfFormats()}\n\nExample:\n  wenmai annotate news/*.txt -o output --published 2024-02-20\n  wenmai annotate pages/*.html -o output --encoding big5 --script tw\n  wenmai annotate archive.jsonl -o output --workers 4 --resume\n`,
    )
    .action(async (inputs: string[], options: AnnotateOptions) =>
      end(await (await import('./annotate.js')).annotate(inputs, options)),
    );
}

function tablesOption(flags: string, description: string): Option {
  return listOption(
    flags,
    description,
    tables.map(({ name }) => name),
  );
}

function listOfFormats(): string {
  const width = Math.max(...formatNames.map((name) => name.length));
  const lines = [{ name: 'jsonl', description: 'annotations.jsonl, always written' }, ...formats];
  return lines.map(({ name, description }) => `  ${name.padEnd(width)}  ${description}`).join('\n');
}

function addStream(program: Command): void {
  const command = program
    .command('stream')
    .description('answer each line of JSON on standard input with one on standard output');
  addTokens(addChoices(command, null)).addOption(
    tablesOption('--tables [names]', 'answer with the rows of these tables, or of all, in place of the article'),
  );
  addDebug(command)
    .addHelpText('after', `\nExample:\n  echo '{"id": "a", "text": "百度今天发布新模型。"}' | wenmai stream\n`)
    .action(async ({ debug = false, tables: asked, ...flags }: StreamFlags) => {
      const input = standardInput();
      const { stream } = await import('./stream.js');
      const chosen = choose(withTables(flags, asked), process.cwd(), process.cwd());
      const { published, script, tokens: pos, claims, settings } = chosen;
      const answered = asked === undefined ? null : chosenTables(settings.tables);
      const onFailure = (error: unknown) => debug && printStack(error);
      return stream(input, process.stdout, { published, script, pos, claims, settings, tables: answered, onFailure });
    });
}

/** The flags with the tables that are named, if any are. */
function withTables(flags: Omit<StreamFlags, 'tables'>, asked: string[] | true | undefined): ChoiceFlags {
  return Array.isArray(asked) ? { ...flags, tables: asked } : flags;
}

function addSchema(program: Command): void {
  const command = program
    .command('schema')
    .description('print as JSON the tables with their columns and keys, and the versions that make them');
  addDebug(addChoices(command, null).addOption(tablesOption('--tables <names>', 'tables to print; all if not given')))
    .addHelpText('after', '\nExample:\n  wenmai schema --tables claims,mentions\n')
    .action(async (flags: ChoiceFlags) =>
      (await import('./schema.js')).printSchema(choose(flags, process.cwd(), process.cwd())),
    );
}

function addCorpusStep(program: Command): void {
  const width = Math.max(...corpusStepList.map(({ name }) => name.length));
  const steps = corpusStepList.map(({ name, description }) => `  ${name.padEnd(width)}  ${description}`).join('\n');
  const command = program
    .command('corpus-step')
    .description('do a step over all articles for an engine that sorts and keeps them, JSON Lines in and out')
    .addArgument(new Argument('<step>', 'the step').choices(corpusStepList.map(({ name }) => name)));
  addDebug(command)
    .addHelpText('after', `\nSteps:\n${steps}\n\nExample:\n  wenmai corpus-step entities < kinds.jsonl\n`)
    .action(async (name: CorpusStepName) =>
      (await import('./corpus-step.js')).runStep(name, standardInput(), process.stdout),
    );
}

function addVerify(program: Command, end: (status: number) => void): void {
  const command = program
    .command('verify')
    .description('annotate again what an export was made from; any byte that differs fails')
    .argument(
      '<dir>',
      'directory that annotate wrote, or any data package: that is checked against its own description',
    )
    .option('--package', 'check an export too as a data package alone: hashes, rows, schema, keys, spans');
  addDebug(command)
    .addHelpText('after', '\nExample:\n  wenmai verify output\n  wenmai verify --package downloaded\n')
    .action(async (directory: string, options: VerifyOptions) =>
      end(await (await import('./verify.js')).verify(directory, options)),
    );
}

function addReport(program: Command, end: (status: number) => void): void {
  const command = program
    .command('report')
    .description('write a page that shows an export: texts with their marks, tables, pictures')
    .argument('<dir>', 'directory that annotate wrote')
    .option('-o, --output <file>', 'page to write; report.html in the directory if not given');
  addDebug(command)
    .addHelpText('after', '\nExample:\n  wenmai report output\n')
    .action(async (directory: string, options: ReportOptions) =>
      end(await (await import('./report.js')).report(directory, options)),
    );
}

function addRepair(program: Command, end: (status: number) => void): void {
  const command = program
    .command('repair')
    .description('print the repaired text of a file and annotate nothing')
    .argument('<file>', 'file of articles, or - for plain text on standard input');
  addDebug(addEncoding(command, 'file').option('--diff', 'tell every repair instead: where, what, why, how sure'))
    .addHelpText('after', '\nExample:\n  wenmai repair --diff scraped.txt\n')
    .action(async (file: string, options: RepairOptions) =>
      end(await (await import('./repair.js')).repair(file, options)),
    );
}

function addShow(program: Command, end: (status: number) => void): void {
  const command = program
    .command('show')
    .description('print annotated articles: names, times, quantities, claims and who makes them')
    .argument('<file>', 'file of articles, or - for plain text on standard input')
    .addOption(listOption('--layer <names>', 'layers to show; all if not given', shownLayers))
    .option('--id <id>', 'the one article of the file that has this id');
  addDebug(addChoices(command, 'file'))
    .addHelpText('after', '\nExample:\n  wenmai show --published 2024-02-20 news/ferry.txt\n')
    .action(async (file: string, options: ShowOptions) => end(await (await import('./show.js')).show(file, options)));
}

function addCompletion(program: Command): void {
  program
    .command('completion')
    .description('print a script that completes commands and options in a shell')
    .addArgument(new Argument('<shell>', 'the shell').choices([...shells]))
    .addHelpText(
      'after',
      '\nExample:\n  source <(wenmai completion bash)\n  wenmai completion zsh > ~/.zfunc/_wenmai\n  wenmai completion fish > ~/.config/fish/completions/wenmai.fish\n',
    )
    .action((shell: Shell) => void process.stdout.write(completionScript(program, shell)));
}
