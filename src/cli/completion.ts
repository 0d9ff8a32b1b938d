import type { Argument, Command, Option } from 'commander';

/** The shells that a completion can be made for. */
export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** What of a command can be completed. */
interface Completable {
  readonly name: string;
  readonly description: string;
  readonly options: readonly CompletableOption[];
  /** What its arguments may be; none where they are files. */
  readonly choices: readonly string[];
}

interface CompletableOption {
  readonly flags: readonly string[];
  readonly long: string;
  readonly short: string | null;
  readonly description: string;
  readonly takesValue: boolean;
  readonly choices: readonly string[];
  readonly value: 'choices' | 'directory' | 'file' | 'free';
}

/** A script that completes the commands, options and values of `program` in the shell; all other arguments are files. */
export function completionScript(program: Command, shell: Shell): string {
  const name = program.name();
  const commands = program.commands.map(toCompletable);
  return { bash: forBash, zsh: forZsh, fish: forFish }[shell](name, commands);
}

function toCompletable(command: Command): Completable {
  return {
    name: command.name(),
    description: command.description(),
    options: [...command.options.filter(({ hidden }) => !hidden).map(toOption), help],
    choices: command.registeredArguments.flatMap(({ argChoices }: Argument) => argChoices ?? []),
  };
}

const help: CompletableOption = {
  ...{ flags: ['--help', '-h'], long: 'help', short: 'h', description: 'display help for command' },
  ...{ takesValue: false, choices: [], value: 'free' },
};

function toOption({ long, short, description, flags, argChoices, required, optional }: Option): CompletableOption {
  const known = [long, short].filter((flag) => flag !== undefined && flag !== null);
  const kind = /<dir>/.test(flags) ? 'directory' : /<file>/.test(flags) ? 'file' : 'free';
  return {
    flags: known,
    long: long?.replace(/^--/, '') ?? '',
    short: short?.replace(/^-/, '') ?? null,
    description,
    takesValue: required || optional,
    choices: argChoices ?? [],
    value: argChoices === undefined ? kind : 'choices',
  };
}

function forBash(name: string, commands: readonly Completable[]): string {
  const values = commands.flatMap((command) =>
    command.options
      .filter(({ takesValue }) => takesValue)
      .map(({ flags, value, choices }) => {
        const pattern = flags.map((flag) => `${command.name}:${flag}`).join('|');
        if (value === 'choices')
          return `    ${pattern}) COMPREPLY=($(compgen -W '${choices.join(' ')}' -- "$cur")); return ;;`;
        if (value === 'directory') return `    ${pattern}) compopt -o dirnames; return ;;`;
        return `    ${pattern}) ${value === 'file' ? '' : 'compopt +o default; '}return ;;`;
      }),
  );
  const options = commands.map(
    (command) => `      ${command.name}) words='${command.options.flatMap(({ flags }) => flags).join(' ')}' ;;`,
  );
  const fixed = commands
    .filter(({ choices }) => choices.length > 0)
    .map(
      (command) => `    ${command.name}) COMPREPLY=($(compgen -W '${command.choices.join(' ')}' -- "$cur")); return ;;`,
    );
  const names = commands.map((command) => command.name);
  return `# bash completion for ${name}: source <(${name} completion bash)
_${name}() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command= words= i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in
      ${names.join('|')}) command=\${COMP_WORDS[i]}; break ;;
    esac
  done
  COMPREPLY=()
  if [[ -z $command ]]; then
    COMPREPLY=($(compgen -W '${names.join(' ')} --help --version' -- "$cur"))
    return
  fi
  case $command:$prev in
${values.join('\n')}
  esac
  if [[ $cur == -* ]]; then
    case $command in
${options.join('\n')}
    esac
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
    return
  fi
  case $command in
${fixed.join('\n')}
  esac
}
complete -o default -F _${name} ${name}
`;
}

function forZsh(name: string, commands: readonly Completable[]): string {
  const quoted = (text: string) => text.replace(/[[\]:]/g, '\\$&').replaceAll("'", "'\\''");
  const specOf = ({ flags, description, takesValue, choices, value }: CompletableOption) => {
    const action =
      value === 'choices' ? `(${choices.join(' ')})` : { directory: '_files -/', file: '_files', free: ' ' }[value];
    const what = `[${quoted(description)}]${takesValue ? `:value:${action}` : ''}`;
    return flags.length > 1 ? `'(${flags.join(' ')})'{${flags.join(',')}}'${what}'` : `'${flags[0] ?? ''}${what}'`;
  };
  const cases = commands.map((command) => {
    const rest = command.choices.length > 0 ? `'*:value:(${command.choices.join(' ')})'` : "'*:file:_files'";
    return `    ${command.name})\n      _arguments ${[...command.options.map(specOf), rest].join(' \\\n        ')} ;;`;
  });
  return `#compdef ${name}
# zsh completion for ${name}: put this file as _${name} into a directory of $fpath
_${name}() {
  local -a commands=(
${commands.map((command) => `    '${command.name}:${quoted(command.description)}'`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    _arguments '--help[display help]' '--version[print the version]'
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('\n')}
  esac
}
if [[ $funcstack[1] == _${name} ]]; then _${name} "$@"; else compdef _${name} ${name}; fi
`;
}

function forFish(name: string, commands: readonly Completable[]): string {
  const quoted = (text: string) => `'${text.replace(/['\\]/g, '\\$&')}'`;
  const lines = commands.flatMap((command) => {
    const here = `complete -c ${name} -n '__fish_seen_subcommand_from ${command.name}'`;
    const options = command.options.map(({ long, short, description, takesValue, choices, value }) => {
      const values = value === 'choices' ? ` -f -a ${quoted(choices.join(' '))}` : value === 'free' ? ' -f' : '';
      const taking = takesValue ? ` -r${values}` : '';
      return `${here} -l ${long}${short === null ? '' : ` -s ${short}`}${taking} -d ${quoted(description)}`;
    });
    const fixed = command.choices.length > 0 ? [`${here} -f -a ${quoted(command.choices.join(' '))}`] : [];
    return [
      `complete -c ${name} -n __fish_use_subcommand -f -a ${command.name} -d ${quoted(command.description)}`,
      ...options,
      ...fixed,
    ];
  });
  return `# fish completion for ${name}: save as ~/.config/fish/completions/${name}.fish\n${lines.join('\n')}\n`;
}
