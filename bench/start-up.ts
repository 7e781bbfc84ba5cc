import { nodeBinary } from '../test/support/nodes.ts';
import { COMMAND_LINE } from './support/bundle.ts';
import type { Figure } from './support/figure.ts';
import { interleaved } from './support/processes.ts';

const ROUNDS = 30;

/** Starting Node itself is the floor; the share that loading one file adds to it grows as Node starts faster. */
const LIMITS = { 20: 1.4, 24: 1.6 } as const;

const measureOn = async (major: keyof typeof LIMITS): Promise<readonly Figure[]> => {
  const node = await nodeBinary(major);
  const on = (...words: readonly string[]) => ({ node, words });
  const commands = { nothing: on('-e', '0'), '--help': on(COMMAND_LINE, '--help'), '--version': on(COMMAND_LINE, '--version') };
  const { nothing, ...answers } = await interleaved(commands, ROUNDS);
  return Object.entries(answers).map(([name, taken]) => ({
    name: `\`${name}\` against \`node -e 0\`, Node ${major}`,
    value: taken.min / nothing.min,
    unit: '',
    target: { is: 'at most', value: LIMITS[major] },
    detail: `${taken.min.toFixed(1)} ms against ${nothing.min.toFixed(1)} ms; medians of ${ROUNDS}: ${taken.median.toFixed(1)} and ${nothing.median.toFixed(1)} ms`,
  }));
};

/** What it costs to ask for help. */
export const measureStartUp = async (): Promise<readonly Figure[]> => [...(await measureOn(20)), ...(await measureOn(24))];
