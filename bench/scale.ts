import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { inFolder, sageready } from './support/bundle.ts';
import type { Figure } from './support/figure.ts';
import type { Command } from './support/processes.ts';
import { peakMemory, run } from './support/processes.ts';
import { rateOf, startScaleServer } from './support/scale-server.ts';
import { LEAST_CALLS, manyTargets } from './support/scale-targets.ts';
import type { CannedServer } from './support/serve-canned.ts';

const LATENCY_MS = 50;
const MANY = 1000;
const MORE = 10_000;
/** The share of its usual rates that a throttled account gets. */
const QUARTER = 0.25;
const SECOND = 1000;

const inWords = (count: number): string => count.toLocaleString('en');
const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** A folder with descriptions, and how they are checked there. */
interface Place {
  readonly folder: string;
  readonly server: CannedServer;
}

const nameOf = (targets: number): string => `targets-${targets}.json`;

// What is not ready in the canned account is no failure of the benchmark.
const checking = ({ folder, server }: Place, targets: number, output: string): Command =>
  sageready('check', join(folder, nameOf(targets)), '--endpoint-url', server.url, '--exit-zero', '--output', output);

/** Starts the account with this share of its rates, and writes the descriptions. */
const onAccount = <T>(share: number, work: (place: Place) => Promise<T>): Promise<T> =>
  inFolder(async (folder) => {
    // JSON is YAML.
    for (const count of [MANY, MORE]) await writeFile(join(folder, nameOf(count)), JSON.stringify({ version: 1, targets: manyTargets(count) }));
    const server = await startScaleServer({ latency: LATENCY_MS, share });
    try {
      return await work({ folder, server });
    } finally {
      await server.stop();
    }
  });

interface Checked {
  /** By `service:Operation`. */
  readonly calls: Readonly<Record<string, number>>;
  readonly throttled: number;
  /** Seconds. */
  readonly duration: number;
}

const check = async (place: Place, targets: number, output: string): Promise<Checked> => {
  place.server.forget();
  const { duration } = await run(checking(place, targets, output));
  return { calls: place.server.calls(), throttled: place.server.throttled(), duration: duration / SECOND };
};

const totalOf = ({ calls }: Checked): number => sum(Object.values(calls));

/** The seconds that a check takes which has nothing left to ask: its calls are answered from the journal of an earlier one. */
const withoutCalls = async (place: Place, targets: number): Promise<number> => {
  const journal = join(place.folder, `journal-${targets}`);
  const { node, words } = checking(place, targets, 'json=/dev/null');
  await run({ node, words: [...words, '--journal', journal] });
  const { duration } = await run({ node, words: [...words, '--resume', journal] });
  return duration / SECOND;
};

const callFigures = (many: Checked, more: Checked): readonly Figure[] => [
  {
    name: `Calls of a check of ${inWords(MANY)} targets that share roles, networks, artifacts, images and keys`,
    value: totalOf(many),
    unit: 'calls',
    target: { is: 'at most', value: 449 },
    detail: Object.entries(many.calls)
      .map(([name, count]) => `${name} ${count}`)
      .join(', '),
  },
  {
    name: `The same against the least calls that AWS’s API allows for what they share`,
    value: totalOf(many) / LEAST_CALLS,
    unit: '',
    target: { is: 'at most', value: 1.15 },
    detail: `${totalOf(many)} against ${LEAST_CALLS}`,
  },
  {
    name: `Calls of a check of ${inWords(MORE)} targets; the target is the number for ${inWords(MANY)}`,
    value: totalOf(more),
    unit: 'calls',
    target: { is: 'exactly', value: totalOf(many) },
    detail: `${inWords(MANY)} targets in ${many.duration.toFixed(1)} s, ${inWords(MORE)} in ${more.duration.toFixed(1)} s`,
  },
];

const timeFigure = async (place: Place): Promise<Figure> => {
  const [few, all] = [await withoutCalls(place, MANY), await withoutCalls(place, MORE)];
  return {
    name: 'Time of a target after collection: reading its description, planning, judging and writing its report',
    value: ((all - few) / (MORE - MANY)) * SECOND,
    unit: 'ms',
    target: { is: 'at most', value: 2 },
    detail: `${few.toFixed(1)} s for ${inWords(MANY)} targets and ${all.toFixed(1)} s for ${inWords(MORE)}, all calls answered from a journal`,
  };
};

const memoryFigures = async (place: Place): Promise<readonly Figure[]> => {
  const formats = ['json', 'ndjson', 'console'] as const;
  const figures: Figure[] = [];
  for (const format of formats) {
    const peak = await peakMemory(checking(place, MORE, `${format}=/dev/null`));
    const target = format === 'console' ? {} : ({ target: { is: 'at most', value: 350 } } as const);
    figures.push({ name: `Peak memory of a check of ${inWords(MORE)} targets as \`${format}\``, value: peak, unit: 'MB', ...target, detail: 'resident' });
  }
  return figures;
};

/** What a report says, apart from when and how it was made. */
interface Said {
  readonly findings: readonly string[];
  /** Those that cannot be told because AWS throttled. */
  readonly untold: number;
}

/** Each finding as one line; a report that lacks one, or tells another verdict, differs. */
const saidIn = async (file: string): Promise<Said> => {
  const findings: string[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) if (line.startsWith('{"type":"finding"')) findings.push(line);
  return { findings, untold: findings.filter((line) => line.includes('"reason":"throttled"')).length };
};

const reported = async (share: number): Promise<Checked & Said> =>
  onAccount(share, async (place) => {
    const file = join(place.folder, 'report.ndjson');
    const checked = await check(place, MANY, `ndjson=${file}`);
    return { ...checked, ...(await saidIn(file)) };
  });

/** The seconds that the allowed rates make it last at least: the slowest service decides. A full bucket lets its size through at once. */
const leastTime = ({ calls }: Checked, share: number): number => {
  const services = new Set(Object.keys(calls).map((name) => name.slice(0, name.indexOf(':'))));
  const callsTo = (service: string): number => sum(Object.entries(calls).flatMap(([name, count]) => (name.startsWith(`${service}:`) ? count : [])));
  return Math.max(...[...services].map((service) => callsTo(service) / rateOf(service, share)));
};

const throttledFigures = async (): Promise<readonly Figure[]> => {
  const [usual, slow] = [await reported(1), await reported(QUARTER)];
  const lost = usual.findings.filter((line, index) => slow.findings[index] !== line).length + Math.abs(usual.findings.length - slow.findings.length);
  const least = leastTime(slow, QUARTER);
  const none = { is: 'exactly', value: 0 } as const;
  return [
    {
      name: `Findings that differ when every rate is a quarter, ${inWords(MANY)} targets`,
      value: lost,
      unit: '',
      target: none,
      detail: `of ${inWords(usual.findings.length)}`,
    },
    {
      name: 'Findings that cannot be told because of throttling then',
      value: slow.untold,
      unit: '',
      target: none,
      detail: `${slow.untold} of ${inWords(slow.findings.length)}`,
    },
    {
      name: 'Time of that check against calls ÷ allowed rate',
      value: slow.duration / least,
      unit: '',
      target: { is: 'at most', value: 1.2 },
      detail: `${slow.duration.toFixed(1)} s against ${least.toFixed(1)} s; ${slow.throttled} calls were refused; at usual rates ${usual.duration.toFixed(1)} s`,
    },
  ];
};

/** What a check of thousands of targets costs, as processes against a canned account with limits of calls. */
export const measureScale = async (): Promise<readonly Figure[]> => [
  ...(await onAccount(1, async (place) => [
    ...callFigures(await check(place, MANY, 'json=/dev/null'), await check(place, MORE, 'json=/dev/null')),
    await timeFigure(place),
    ...(await memoryFigures(place)),
  ])),
  ...(await throttledFigures()),
];
