import { main } from '../cli/main.ts';

/** How a run of the command line ended. */
export interface Ended {
  readonly code: number;
  /** What it said on standard error, line by line. */
  readonly said: readonly string[];
}

const collecting = () => {
  const said: string[] = [];
  const write = process.stderr.write;
  process.stderr.write = (text: string | Uint8Array): boolean => {
    said.push(String(text));
    return write.call(process.stderr, text);
  };
  return {
    said,
    end: () => {
      process.stderr.write = write;
    },
  };
};

/** Runs the command line in this process. It leaves nothing behind: the process serves the next event as well. */
export const runCommandLine = async (words: readonly string[]): Promise<Ended> => {
  const { said, end } = collecting();
  const listeners = new Map([process.stdout, process.stderr].map((stream) => [stream, stream.listeners('error')]));
  try {
    await main(words);
    return { code: Number(process.exitCode ?? 0), said: said.join('').split('\n').filter(Boolean) };
  } finally {
    end();
    process.exitCode = 0;
    for (const [stream, before] of listeners)
      for (const listener of stream.listeners('error').filter((one) => !before.includes(one))) stream.off('error', listener as () => void);
  }
};
