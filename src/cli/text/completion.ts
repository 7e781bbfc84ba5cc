/** Words that a shell may complete. */
export interface CompletionCommand {
  readonly name: string;
  readonly describe: string;
  /** With their dashes. */
  readonly options: readonly string[];
  /** What may stand after the command's name, if it is one of a list. */
  readonly words: readonly string[];
  /** Whether files may stand there. */
  readonly files: 'yes' | 'no';
  /** The values of options that take one of a list, by option. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}

export type Shell = 'bash' | 'zsh' | 'fish';

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const bashCase = ({ name, options, words, files, values }: CompletionCommand): string => {
  const valued = Object.entries(values).map(
    ([option, list]) => `        ${option}) COMPREPLY=($(compgen -W ${quoted(list.join(' '))} -- "$current")); return ;;`,
  );
  return [
    `    ${name})`,
    ...(valued.length === 0 ? [] : ['      case "$previous" in', ...valued, '      esac']),
    `      COMPREPLY=($(compgen -W ${quoted([...words, ...options].join(' '))}${files === 'yes' ? ' -f' : ''} -- "$current"))`,
    '      ;;',
  ].join('\n');
};

const bashScript = (commands: readonly CompletionCommand[]): string => `# sageready: completion for bash
_sageready() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}"
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W ${quoted([...commands.map(({ name }) => name), '--help', '--version'].join(' '))} -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${commands.map(bashCase).join('\n')}
  esac
}
complete -o default -F _sageready sageready
`;

// zsh reads bash's completions: http://zsh.sourceforge.net/Doc/Release/Completion-System.html (bashcompinit)
const zshScript = (commands: readonly CompletionCommand[]): string => `#compdef sageready
autoload -U +X compinit && compinit
autoload -U +X bashcompinit && bashcompinit
${bashScript(commands)}`;

const fishCommand = ({ name, describe, options, words, files, values }: CompletionCommand): readonly string[] => {
  const here = `complete -c sageready -n '__fish_seen_subcommand_from ${name}'`;
  return [
    `complete -c sageready -n __fish_use_subcommand -f -a ${name} -d ${quoted(describe)}`,
    ...(words.length === 0 ? [] : [`${here}${files === 'yes' ? '' : ' -f'} -a ${quoted(words.join(' '))}`]),
    ...options.map((option) => {
      const list = values[option];
      return `${here} -l ${option.slice(2)}${list === undefined ? '' : ` -x -a ${quoted(list.join(' '))}`}`;
    }),
  ];
};

const fishScript = (commands: readonly CompletionCommand[]): string => `# sageready: completion for fish\n${commands.flatMap(fishCommand).join('\n')}\n`;

const SCRIPTS: Readonly<Record<Shell, (commands: readonly CompletionCommand[]) => string>> = { bash: bashScript, zsh: zshScript, fish: fishScript };

/** The script that completes words in a shell; it calls no program of ours. */
export const completionScript = (shell: Shell, commands: readonly CompletionCommand[]): string => SCRIPTS[shell](commands);
