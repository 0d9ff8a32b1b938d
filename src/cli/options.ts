import { type Command, InvalidArgumentError, Option } from 'commander';
import { claimChoices } from '../claims/choices.js';
import { isIsoDate } from '../input/dates.js';
import { encodingByLabel } from '../input/decode.js';
import { targetScripts } from '../script/targets.js';
import { segmenterNames } from '../settings/segmenters.js';

/** Adds what every command that annotates takes, in the order in which help shows it. */
export function addChoices(command: Command, what: 'articles' | 'file' | null): Command {
  command
    .option('--published <date>', 'date of publication for articles without one', toDate)
    .addOption(
      new Option(
        '--script <script>',
        'script of exported text and names, tw and hk with the words of the region',
      ).choices([...targetScripts]),
    );
  if (what !== null) addEncoding(command, what);
  return command
    .addOption(
      new Option(
        '--claims <choice>',
        'all claims (balanced, as if not given), or those of the most reliable frames',
      ).choices(claimChoices),
    )
    .addOption(
      new Option(
        '--segmenter <engine>',
        'what cuts Chinese into words: nodejieba (as if not given), or jieba-rs where @node-rs/jieba is installed',
      ).choices([...segmenterNames]),
    )
    .option('--lexicon <file>', 'names of your own, which win over what else is found (.tsv .csv .json)', collect)
    .option('--config <file>', 'configuration; wenmai.config.json of this directory if not given');
}

/** Adds the encoding of what is read. */
export function addEncoding(command: Command, what: 'articles' | 'file'): Command {
  return command.option(
    '--encoding <name>',
    `encoding of the ${what}, such as big5; found out if not given`,
    toEncoding,
  );
}

/** Adds `--tokens`. */
export function addTokens(command: Command): Command {
  return command.option('--tokens', 'give tokens their part of speech');
}

/** Adds `--debug`. */
export function addDebug(command: Command): Command {
  return command.option('--debug', 'print stacks of errors');
}

/** An option that takes names out of a list, parted by commas, once or more. */
export function listOption(flags: string, description: string, names: readonly string[]): Option {
  const option = new Option(flags, `${description}, parted by commas`);
  option.argParser((value: string, before: readonly string[] = []) => {
    const given = value.split(',').map((name) => name.trim());
    if (!given.every((name) => names.includes(name)))
      throw new InvalidArgumentError(`Choose among ${names.join(', ')}.`);
    return [...before, ...given];
  });
  // For help and completion; `choices` would check the whole value against them.
  option.argChoices = [...names];
  return option;
}

/** A whole number from 1. */
export function toCount(value: string): number {
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new InvalidArgumentError('Write a whole number from 1.');
  return Number(value);
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

function toDate(value: string): string {
  if (!isIsoDate(value)) throw new InvalidArgumentError('Write a real day as YYYY-MM-DD.');
  return value;
}

function toEncoding(value: string): string {
  const encoding = encodingByLabel(value);
  if (encoding === null)
    throw new InvalidArgumentError('Name one of utf-8, utf-16le, utf-16be, gb18030, big5, or another web encoding.');
  return encoding;
}
