import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServicePlan } from '../../src/run/call-plan.ts';
import { COMMAND_LINE, inFolder, modulesOf, sageready } from './bundle.ts';
import { startCannedServer } from './canned.ts';
import { CANNED_TARGET, cannedShape } from './canned-account.ts';
import type { Command } from './processes.ts';
import { run } from './processes.ts';
import type { CannedServer } from './serve-canned.ts';

/** The canned account, ready to be checked by processes. */
export interface Course {
  /** Endpoints that run already. */
  readonly endpoints: number;
  readonly server: CannedServer;
  readonly check: Command;
  /** Makes ready what a check makes ready, and ends without a call. */
  readonly ready: Command;
  /** Writes the facts to the file. */
  readonly collect: (file: string) => Command;
  readonly plan: Command;
}

/** Plans the description and loads every module that a check loads: all that a check does besides calling and judging. */
const readyScript = (modules: readonly string[]): string => `await import(${JSON.stringify(pathToFileURL(COMMAND_LINE))});
await Promise.all(${JSON.stringify(modules)}.map((module) => import(module)));
`;

const courseIn = async (folder: string, server: CannedServer): Promise<Omit<Course, 'endpoints'>> => {
  const description = join(folder, 'sageready.yaml');
  const script = join(folder, 'ready.mjs');
  const there = ['--endpoint-url', server.url];
  // AWS's simulator is a second opinion, which a check can do without; what it costs is AWS's to tell.
  const alone = ['--iam-engine', 'local'];
  // JSON is YAML.
  await writeFile(description, JSON.stringify({ version: 1, targets: [CANNED_TARGET] }));
  const check = sageready('check', description, ...there, ...alone);
  await writeFile(script, readyScript(await modulesOf(check)));
  return {
    server,
    check,
    ready: { node: process.execPath, words: [script, 'plan', description, ...alone] },
    collect: (file) => sageready('collect', file, description, ...there, ...alone),
    plan: sageready('plan', description, ...alone, '--json'),
  };
};

/** Sets up the canned account with a latency in milliseconds, and takes it down again. */
export const onCourse = <T>(
  { endpoints, latency }: { readonly endpoints: number; readonly latency: number },
  work: (course: Course) => Promise<T>,
): Promise<T> =>
  inFolder(async (folder) => {
    const server = await startCannedServer({ latency, endpoints });
    try {
      return await work({ endpoints, ...(await courseIn(folder, server)) });
    } finally {
      await server.stop();
    }
  });

/** The calls of one check. */
export interface Counted {
  /** By `service:Operation`. */
  readonly calls: Readonly<Record<string, number>>;
  readonly repeated: readonly string[];
  /** By service. */
  readonly mostAtOnce: Readonly<Record<string, number>>;
  /** What the formula of `sageready plan` comes to for this account. */
  readonly planned: number;
}

/** A thing of the account that no term names any more would count as none. */
const requireNamed = (plans: readonly ServicePlan[], shape: Readonly<Record<string, number>>): void => {
  const named = new Set(plans.flatMap(({ terms }) => terms.map(({ per }) => per)));
  const unnamed = Object.keys(shape).filter((per) => !named.has(per));
  if (unnamed.length > 0) throw new Error(`the plan has no term for: ${unnamed.join(', ')}`);
};

const formulaIn = (plans: readonly ServicePlan[], shape: Readonly<Record<string, number>>): number =>
  plans.flatMap(({ certain, terms }) => [certain, ...terms.map(({ each, per }) => each * (shape[per] ?? 0))]).reduce((sum, calls) => sum + calls, 0);

/** Makes one check and counts its calls. */
export const countCalls = async ({ server, endpoints, check, plan }: Course): Promise<Counted> => {
  const { services } = JSON.parse((await run(plan)).output) as { readonly services: readonly ServicePlan[] };
  const shape = cannedShape(endpoints);
  requireNamed(services, shape);
  server.forget();
  await run(check);
  return { calls: server.calls(), repeated: server.repeated(), mostAtOnce: server.mostAtOnce(), planned: formulaIn(services, shape) };
};
