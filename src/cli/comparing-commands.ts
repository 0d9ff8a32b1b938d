import { type Command, InvalidArgumentError } from 'commander';
import type { DiffOptions } from './diff.js';
import type { EvaluateOptions } from './evaluate.js';
import { type Floor, toFloor } from './floors.js';
import type { ImportOptions } from './import.js';

/** Adds the commands that compare what was found: with gold, or with what was found before. */
export function addComparing(program: Command, end: (status: number) => void): void {
  addImport(program, end);
  addEvaluate(program, end);
  addDiff(program, end);
}

function addImport(program: Command, end: (status: number) => void): void {
  program
    .command('import')
    .description('read corrected annotations back from Label Studio, doccano or brat, as gold articles')
    .argument('<input>', "Label Studio's JSON, doccano's JSONL, or a directory of brat standoff")
    .option('-o, --output <file>', 'file to write, one JSON object a line; standard output if not given')
    .option('--debug', 'print stacks of errors')
    .addHelpText('after', '\nExample:\n  wenmai import corrected.json -o gold.jsonl\n')
    .action(async (input: string, options: ImportOptions) =>
      end((await import('./import.js')).importGold(input, options)),
    );
}

function addEvaluate(program: Command, end: (status: number) => void): void {
  program
    .command('evaluate')
    .description('measure an output against gold: precision, recall and F1 of each layer and type')
    .argument('<gold>', 'what import wrote, an export directory, annotations.jsonl, or gold files')
    .argument('<output>', 'the same kinds of things: what is to be measured')
    .option(
      '--min <layer=value>',
      'exit with 1 if the F1 of a layer is lower; also layer.precision, layer.recall',
      toFloors,
    )
    .option('--json', 'print the figures as JSON')
    .option('--debug', 'print stacks of errors')
    .addHelpText('after', '\nExample:\n  wenmai evaluate gold.jsonl output --min mentions=0.9 --min times.value=0.85\n')
    .action(async (gold: string, output: string, options: EvaluateOptions) =>
      end(await (await import('./evaluate.js')).evaluate(gold, output, options)),
    );
}

function addDiff(program: Command, end: (status: number) => void): void {
  program
    .command('diff')
    .description('tell by article what appeared, vanished and changed between two exports; any difference fails')
    .argument('<old>', 'directory that annotate wrote, or its annotations.jsonl')
    .argument('<new>', 'another')
    .option('--json', 'print one object for each article that differs')
    .option('--debug', 'print stacks of errors')
    .addHelpText('after', '\nExample:\n  wenmai diff output-before output\n')
    .action(async (old: string, now: string, options: DiffOptions) =>
      end(await (await import('./diff.js')).diff(old, now, options)),
    );
}

function toFloors(value: string, before: readonly Floor[] = []): Floor[] {
  try {
    return [...before, toFloor(value)];
  } catch {
    throw new InvalidArgumentError('Write a layer of the table and a figure between 0 and 1, as mentions=0.9.');
  }
}
