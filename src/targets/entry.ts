import type { ScenarioId, Target } from '../model/target.ts';
import { FIELD_PATHS, FIELDS_OF, SCENARIO_IDS } from './fields.ts';
import { jumpStartLoans, jumpStartTargets, withTrainingJob } from './jumpstart.ts';
import { readLaunchDocuments } from './launch/documents.ts';
import { launchLoans, launchTarget } from './launch/target.ts';
import type { Loan } from './loan.ts';
import { lifted } from './nested.ts';
import type { OpenFile, PlacedIssue } from './opened.ts';
import type { Requested } from './request.ts';
import { requested } from './request.ts';
import type { DescribedTarget } from './schema/file.ts';
import { validateTarget } from './validate.ts';

type Raw = Readonly<Record<string, unknown>>;

/** What one entry makes: targets, or what is wrong with it; the entry in the shape of a target, and where it is written what stands elsewhere. */
export type ReadEntry = { readonly raw: Raw; readonly loans: readonly Loan[] } & (
  | { readonly targets: readonly Target[] }
  | { readonly issues: readonly PlacedIssue[] }
);

const isScenario = (value: unknown): value is ScenarioId => (SCENARIO_IDS as readonly unknown[]).includes(value);

/** The keys at the top of an entry that its scenario knows; all there are where that is not known. */
export const keysOf = (scenario: unknown): readonly string[] => {
  const paths = isScenario(scenario) ? FIELDS_OF[scenario] : FIELD_PATHS;
  return [...new Set(paths.map((path) => path.split('.')[0] ?? ''))];
};

/** What an entry says itself, and what it inherits; what it leaves out of both is the fallback's. */
export interface Entered {
  readonly own: Raw;
  readonly inherited: Raw;
}

const prepared = (raw: Raw, scenario: unknown, open: OpenFile): Requested => {
  if (scenario === 'inference-recommender-vpc') return requested(raw, open);
  return { ...(scenario === 'jumpstart-model' ? withTrainingJob(raw) : lifted(raw, keysOf(scenario))), issues: [] };
};

/** An entry's own words win, also those in a container, a variant or a request; then those of `defaults`. */
const together = ({ own, inherited }: Entered, open: OpenFile): Requested => {
  const { scenario } = { ...inherited, ...own };
  const [itself, before] = [prepared(own, scenario, open), prepared(inherited, scenario, open)];
  const loans = before.loans.filter(({ to: [key] }) => !Object.hasOwn(itself.raw, String(key)));
  return { raw: { ...before.raw, ...itself.raw }, loans: [...itself.loans, ...loans], issues: itself.issues };
};

type Made = { readonly loans: readonly Loan[] } & ({ readonly targets: readonly Target[] } | { readonly issues: readonly PlacedIssue[] });

const made = (entry: DescribedTarget, open: OpenFile): Made => {
  switch (entry.scenario) {
    case 'serverless-endpoint':
    case 'inference-recommender-vpc':
    case 'elastic-inference':
      return { targets: [entry], loans: [] };
    case 'jumpstart-model':
      return { targets: jumpStartTargets(entry), loans: jumpStartLoans(entry) };
    case 'wandb-launch-queue': {
      const documents = readLaunchDocuments(entry, open);
      if ('issues' in documents) return { issues: documents.issues, loans: [] };
      return { targets: [launchTarget(entry, documents)], loans: launchLoans(entry, documents) };
    }
    default:
      return entry satisfies never;
  }
};

/** The documents of an entry that is itself at fault are read all the same, so that everything wrong is told at once. */
const documentIssues = ({ scenario, queueConfig, agentConfig }: Raw, open: OpenFile): readonly PlacedIssue[] => {
  if (scenario !== 'wandb-launch-queue' || queueConfig === undefined || agentConfig === undefined) return [];
  const documents = readLaunchDocuments({ queueConfig, agentConfig }, open);
  return 'issues' in documents ? documents.issues : [];
};

/** Reads one entry, with what it inherits. */
export const readEntry = (entry: Entered, open: OpenFile): ReadEntry => {
  const { raw, loans, issues } = together(entry, open);
  const read = validateTarget(raw);
  if ('issues' in read || issues.length > 0)
    return { issues: [...issues, ...('issues' in read ? [...read.issues, ...documentIssues(raw, open)] : [])], raw, loans };
  const whole = made(read.valid, open);
  return { ...whole, raw, loans: [...loans, ...whole.loans] };
};
