import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** A process to be measured. */
export interface Command {
  readonly node: string;
  readonly words: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** A process that has ended. */
export interface Ended {
  /** From just before it was started until its streams closed, ms. */
  readonly duration: number;
  readonly output: string;
}

/** Durations of one command, ms. */
export interface Durations {
  readonly min: number;
  readonly median: number;
}

// No configuration of this machine may reach a measured process: neither its credentials nor a compile cache.
const ENVIRONMENT = {
  PATH: process.env['PATH'] ?? '',
  AWS_ACCESS_KEY_ID: 'AKIABENCHMARK0000000',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_CONFIG_FILE: '/nonexistent/config',
  AWS_SHARED_CREDENTIALS_FILE: '/nonexistent/credentials',
  AWS_EC2_METADATA_DISABLED: 'true',
  NO_COLOR: '1',
};

const exitCodeOf = (child: ReturnType<typeof spawn>): Promise<number | null> =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });

/** Runs a process to its end. Rejects when it fails or says anything on standard error: then it did not do what is measured. */
export const run = async ({ node, words, env = {} }: Command): Promise<Ended> => {
  const begun = performance.now();
  const child = spawn(node, words, { env: { ...ENVIRONMENT, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const [output, complaint, code] = await Promise.all([text(child.stdout), text(child.stderr), exitCodeOf(child)]);
  const duration = performance.now() - begun;
  if (code !== 0 || complaint !== '') throw new Error(`${words.join(' ')} ended with ${code}: ${complaint || output}`);
  return { duration, output };
};

const durationsOf = (sorted: readonly number[]): Durations => ({
  min: sorted[0] ?? Number.NaN,
  median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
});

/** Runs commands in turn, round after round, so that whatever else the machine does falls on all of them alike. */
export const interleaved = async <Name extends string>(
  commands: Readonly<Record<Name, Command>>,
  rounds: number,
): Promise<Readonly<Record<Name, Durations>>> => {
  const names = Object.keys(commands) as Name[];
  const taken = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) taken.get(name)?.push((await run(commands[name])).duration);
  }
  const entries = names.map((name) => [name, durationsOf((taken.get(name) ?? []).toSorted((a, b) => a - b))] as const);
  return Object.fromEntries(entries) as Record<Name, Durations>;
};

const PEAK = 'data:text/javascript,process.on("exit",()=>console.log("\\npeak "+process.resourceUsage().maxRSS))';
const KIB_PER_MB = 1000 ** 2 / 1024;

/** Peak resident memory of a process, MB. */
export const peakMemory = async ({ words, ...command }: Command): Promise<number> => {
  const { output } = await run({ ...command, words: ['--import', PEAK, ...words] });
  return Number(/\npeak (\d+)\n$/.exec(output)?.[1]) / KIB_PER_MB;
};
