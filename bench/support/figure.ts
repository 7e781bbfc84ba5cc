/** A bound that a figure has to keep. */
export interface Target {
  readonly is: 'at most' | 'at least' | 'exactly';
  readonly value: number;
}

/** One thing that was measured. Without a target it only informs. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** What follows the number: `ms`, `MB`, `per second`; nothing for a ratio. */
  readonly unit: string;
  readonly target?: Target;
  /** How the value came about. */
  readonly detail: string;
}

/** Whether a figure keeps its target; undefined: it has none. */
export const isReached = ({ value, target }: Figure): boolean | undefined => {
  if (target === undefined) return undefined;
  switch (target.is) {
    case 'at most':
      return value <= target.value;
    case 'at least':
      return value >= target.value;
    case 'exactly':
      return value === target.value;
    default:
      return target.is satisfies never;
  }
};

const inWords = (value: number, unit: string): string => {
  const digits = unit === '' ? 2 : Math.abs(value) < 10 ? 1 : 0;
  const number = Number.isInteger(value)
    ? value.toLocaleString('en')
    : value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return unit === '' ? number : `${number} ${unit}`;
};

const targetOf = ({ target, unit }: Figure): string => (target === undefined ? '' : `${target.is} ${inWords(target.value, unit)}`);

const VERDICTS = { true: 'reached', false: 'MISSED', undefined: '' } as const;
const verdictOf = (figure: Figure): string => VERDICTS[`${isReached(figure)}`];

/** A figure in one line of the console. */
export const lineOf = (figure: Figure): string => {
  const target = targetOf(figure);
  const verdict = target === '' ? '' : ` (${target}: ${verdictOf(figure)})`;
  return `${figure.name}: ${inWords(figure.value, figure.unit)}${verdict}\n    ${figure.detail}`;
};

/** Figures as a Markdown table. */
export const tableOf = (figures: readonly Figure[]): string => {
  const rows = figures.map((figure) => [figure.name, inWords(figure.value, figure.unit), targetOf(figure), verdictOf(figure)]);
  return [['', 'measured', 'target', ''], ['---', '--:', '--:', '---'], ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
};
