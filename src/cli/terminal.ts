/** Variables by which terminals tell what they are. */
export type TerminalVariables = Readonly<Record<string, string | undefined>>;

/** Programs that draw links (OSC 8), and since which version. Source: https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda */
const SINCE: Readonly<Record<string, readonly [major: number, minor: number]>> = {
  'iTerm.app': [3, 1],
  WezTerm: [0, 0],
  vscode: [1, 72],
  ghostty: [0, 0],
  tmux: [3, 4],
  rio: [0, 0],
};

const KINDS = /^(?:xterm-kitty|xterm-ghostty|alacritty|foot|contour|wezterm)/;

// VTE 0.50.0 itself crashed on links: https://bugzilla.gnome.org/show_bug.cgi?id=788024
const FIRST_VTE = 5001;

const versionOf = (text: string | undefined): readonly [number, number] => {
  const [, major = '0', minor = '0'] = /^(\d+)(?:\.(\d+))?/.exec(text ?? '') ?? [];
  return [Number(major), Number(minor)];
};

const isSince = ([major, minor]: readonly [number, number], [first, least]: readonly [number, number]): boolean =>
  major > first || (major === first && minor >= least);

const byProgram = ({ TERM_PROGRAM, TERM_PROGRAM_VERSION }: TerminalVariables): boolean | undefined => {
  const since = TERM_PROGRAM === undefined ? undefined : SINCE[TERM_PROGRAM];
  return since === undefined ? undefined : isSince(versionOf(TERM_PROGRAM_VERSION), since);
};

/** Whether a terminal draws links. Where it does not say so there are none: a few print what they do not know. `FORCE_HYPERLINK` decides against all of it. */
export const drawsLinks = (variables: TerminalVariables): boolean => {
  const { FORCE_HYPERLINK, CI, TERM = '', WT_SESSION, VTE_VERSION, KONSOLE_VERSION, DOMTERM } = variables;
  if (FORCE_HYPERLINK) return FORCE_HYPERLINK !== '0';
  if (CI || TERM === 'dumb' || TERM === 'linux') return false;
  return byProgram(variables) ?? (KINDS.test(TERM) || Number(VTE_VERSION) >= FIRST_VTE || [WT_SESSION, KONSOLE_VERSION, DOMTERM].some(Boolean));
};
