import type { OnProgress } from '../run/gather.ts';

const CLEAR_LINE = '\r\u001b[K';

/** A line on standard error that counts the facts read; only on a terminal, and never when quiet. */
export const progressOn = (quiet: boolean): { readonly onProgress: OnProgress; readonly clear: () => void } => {
  const shown = process.stderr.isTTY === true && !quiet;
  return {
    onProgress: (read, asked) => {
      if (shown) process.stderr.write(`${CLEAR_LINE}reading the account: ${read} of ${asked} facts`);
    },
    clear: () => {
      if (shown) process.stderr.write(CLEAR_LINE);
    },
  };
};
