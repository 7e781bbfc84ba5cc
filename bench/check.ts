import { LONGEST_CHAIN } from './support/canned-account.ts';
import type { Counted, Course } from './support/course.ts';
import { countCalls, onCourse } from './support/course.ts';
import type { Figure } from './support/figure.ts';
import { interleaved, peakMemory } from './support/processes.ts';

const LATENCY_MS = 50;
const ROUNDS = 20;
const MEMORY_ROUNDS = 5;
/** In the first account dependent calls decide how long a check takes, in the second one the cap of SageMaker. */
const ENDPOINTS = { few: 0, many: 60 } as const;
/** What the reference account, which has no other endpoint, may cost. */
const MOST_CALLS = 36;

/** Calls that may be under way at once. */
const CAPS: Readonly<Record<string, number>> = { iam: 5 };
const OTHER_CAP = 10;
const capOf = (service: string): number => CAPS[service] ?? OTHER_CAP;

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
const listed = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');

const callFigures = ({ calls, repeated, mostAtOnce, planned }: Counted, endpoints: number): readonly Figure[] => {
  const crowded = Object.entries(mostAtOnce).filter(([service, most]) => most > capOf(service));
  const none = { is: 'exactly', value: 0 } as const;
  const total = sum(Object.values(calls));
  const ofReference: Figure = {
    name: 'Calls of a check, no other endpoint',
    value: total,
    unit: 'calls',
    target: { is: 'at most', value: MOST_CALLS },
    detail: 'own image and key, one managed and one inline policy for each role, a boundary; without the simulator',
  };
  return [
    ...(endpoints === 0 ? [ofReference] : []),
    {
      name: `Calls of a check, ${endpoints} endpoints; the target is the formula that \`plan\` prints`,
      value: total,
      unit: 'calls',
      target: { is: 'exactly', value: planned },
      detail: listed(calls),
    },
    {
      name: `Calls made twice, ${endpoints} endpoints`,
      value: repeated.length,
      unit: '',
      target: none,
      detail: repeated.join(', ') || 'none by operation and input',
    },
    {
      name: `Services with more calls at once than their cap, ${endpoints} endpoints`,
      value: crowded.length,
      unit: '',
      target: none,
      detail: `at most at once: ${listed(mostAtOnce)}`,
    },
  ];
};

/** How often calls of the latency's length must follow one another at least: along the longest chain, or where a cap lets only so many through at once. */
const stepsOf = ({ calls }: Counted, endpoints: number): number => {
  const services = new Set(Object.keys(calls).map((name) => name.slice(0, name.indexOf(':'))));
  const callsTo = (service: string): number => sum(Object.entries(calls).flatMap(([name, count]) => (name.startsWith(`${service}:`) ? count : [])));
  const roundsOf = (service: string): number => Math.ceil(callsTo(service) / capOf(service));
  // Who is asking and which endpoints there are must be known before the first of them is described.
  const throughListing = 2 + Math.ceil(endpoints / capOf('sagemaker'));
  return Math.max(LONGEST_CHAIN.length, throughListing, ...[...services].map(roundsOf));
};

const timeFigure = async ({ check, ready, endpoints }: Course, counted: Counted): Promise<Figure> => {
  const taken = await interleaved({ check, ready }, ROUNDS);
  const steps = stepsOf(counted, endpoints);
  const limit = taken.ready.min + steps * LATENCY_MS;
  const parts = `${limit.toFixed(0)} ms = process ready ${taken.ready.min.toFixed(0)} ms + ${steps} × ${LATENCY_MS} ms`;
  return {
    name: `Time of a check against its limit, ${LATENCY_MS} ms a call, ${endpoints} endpoints`,
    value: taken.check.min / limit,
    unit: '',
    target: { is: 'at most', value: 1.25 },
    detail: `${taken.check.min.toFixed(0)} ms against ${parts}; medians of ${ROUNDS}: ${taken.check.median.toFixed(0)} and ${taken.ready.median.toFixed(0)} ms`,
  };
};

const memoryFigure = async ({ check, endpoints }: Course): Promise<Figure> => {
  const peaks: number[] = [];
  for (let round = 0; round < MEMORY_ROUNDS; round += 1) peaks.push(await peakMemory(check));
  return {
    name: `Peak memory of a check, ${endpoints} endpoints`,
    value: Math.max(...peaks),
    unit: 'MB',
    target: { is: 'at most', value: 160 },
    detail: `resident; the most of ${MEMORY_ROUNDS} runs: ${peaks.map((peak) => peak.toFixed(0)).join(', ')}`,
  };
};

const measureAccount = (endpoints: number): Promise<readonly Figure[]> =>
  onCourse({ endpoints, latency: LATENCY_MS }, async (course) => {
    const counted = await countCalls(course);
    return [...callFigures(counted, endpoints), await timeFigure(course, counted), await memoryFigure(course)];
  });

/** What a whole check costs, as processes against the canned account. */
export const measureCheck = async (): Promise<readonly Figure[]> => [...(await measureAccount(ENDPOINTS.few)), ...(await measureAccount(ENDPOINTS.many))];
