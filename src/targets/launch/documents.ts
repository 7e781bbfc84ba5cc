import type { Issue, Path } from '../issue.ts';
import { issuesOf } from '../issue.ts';
import type { Loan } from '../loan.ts';
import { writtenAt } from '../loan.ts';
import type { Carried, Translated } from '../notation.ts';
import { assembled, translate } from '../notation.ts';
import type { Opened, OpenFile, PlacedIssue } from '../opened.ts';
import { opened, placedIn } from '../opened.ts';
import { templatesIn } from '../template.ts';
import { AGENT, AGENT_MANNER } from './agent.ts';
import type { LaunchPlan } from './plan.ts';
import { launchPlan } from './plan.ts';
import { isTrainingJob, jobIn, QUEUE, queueManner } from './queue.ts';

/** A key whose value is known only when a run starts. */
export interface OpenKey {
  /** From the training job down, e.g. `ResourceConfig.InstanceType`. */
  readonly path: readonly string[];
  /** The templates in it. */
  readonly templates: readonly string[];
  /** What is written there. */
  readonly value: unknown;
  /** Where the target would hold it. */
  readonly to: Path | undefined;
}

/** What a queue's and an agent's document say together. */
export interface LaunchDocuments {
  readonly plan: LaunchPlan;
  readonly loans: readonly Loan[];
  readonly open: readonly OpenKey[];
  /** Keys that CreateTrainingJob does not know, their path from the training job down. */
  readonly unknownKeys: readonly string[];
  /** Whether a channel reads a manifest, which names its objects itself. */
  readonly manifests: boolean;
}

type Raw = Readonly<Record<string, unknown>>;
type Faulty = { readonly issues: readonly PlacedIssue[] };

const placed = ({ document }: Opened, issue: Issue): PlacedIssue => (document === undefined ? issue : placedIn(document, issue));

const misshapen = (source: Opened, { misshapen: paths }: Translated): readonly PlacedIssue[] =>
  paths.map((path) => placed(source, { path, message: 'is not a map of keys' }));

interface Part {
  readonly carried: readonly Carried[];
  readonly loans: readonly Loan[];
  readonly issues: readonly PlacedIssue[];
}

const loansOf = ({ document }: Opened, carried: readonly Carried[]): readonly Loan[] =>
  carried.map(({ to, from }) => ({ to, from, ...(document !== undefined && { document }) }));

/** Where things that are missing would stand: at the document's beginning. */
const rootLoans = ({ document, from }: Opened, keys: readonly string[]): readonly Loan[] =>
  keys.map((key) => ({ to: [key], from, ...(document !== undefined && { document }) }));

interface QueuePart extends Part {
  readonly open: readonly OpenKey[];
  readonly unknownKeys: readonly string[];
  readonly manifests: boolean;
}

/** Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_S3DataSource.html */
const MANIFESTS: readonly unknown[] = ['ManifestFile', 'AugmentedManifestFile'];

const readsManifest = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => (key === 'S3DataType' && MANIFESTS.includes(inner)) || readsManifest(inner));
};

const held = (value: unknown, path: Path): unknown => path.reduce<unknown>((inner, key) => (inner as Raw | undefined)?.[String(key)], value);

const NO_QUEUE: Omit<QueuePart, 'issues'> = { carried: [], loans: [], open: [], unknownKeys: [], manifests: false };

const NOT_A_JOB =
  'holds no key of CreateTrainingJob — W&B takes RoleArn, ResourceConfig, OutputDataConfig and StoppingCondition, under sagemaker or at the top';

const readQueue = (source: Opened): QueuePart => {
  const refused = (message: string): QueuePart => ({ ...NO_QUEUE, issues: [placed(source, { path: source.from, message })] });
  const found = jobIn(source.value);
  if ('resource' in found) return refused(`is the configuration of a queue for ${found.resource}, not for SageMaker`);
  if (!isTrainingJob(found.job)) return refused(NOT_A_JOB);
  const from = [...source.from, ...found.at];
  const translated = translate(found.job, QUEUE, { from, manner: queueManner(from.length) });
  const inJob = (path: Path): readonly string[] => path.slice(from.length).map(String);
  return {
    carried: translated.carried,
    loans: [...rootLoans({ ...source, from }, ['queue', 'trainingJob']), ...loansOf(source, translated.carried)],
    issues: misshapen(source, translated),
    open: translated.open.map(({ from: path, to }) => {
      const value = held(found.job, inJob(path));
      return { path: inJob(path), to, templates: templatesIn(value), value };
    }),
    unknownKeys: translated.unknown.map(({ path }) => inJob(path).join('.')),
    manifests: readsManifest(found.job),
  };
};

const HELM = ['launchConfig', 'agentConfig'] as const;

const readAgent = (source: Opened): Part => {
  const helm = HELM.find((key) => typeof source.value[key] === 'string');
  if (helm !== undefined) {
    const message = `is a file of Helm values — put the text under ${helm} into a file of its own, and name that`;
    return { carried: [], loans: [], issues: [placed(source, { path: [...source.from, helm], message })] };
  }
  const translated = translate(source.value, AGENT, { from: source.from, manner: AGENT_MANNER });
  // A key that is like none may be newer than this program; one that is like another is misspelt, and the agent refuses it.
  const misspelt = translated.unknown.flatMap(({ path, nearest }) =>
    nearest === undefined ? [] : [placed(source, { path, message: 'unknown key', nearest })],
  );
  return {
    carried: translated.carried,
    loans: [...rootLoans(source, ['agent']), ...loansOf(source, translated.carried)],
    issues: [...misshapen(source, translated), ...misspelt],
  };
};

const atPlace = (loans: readonly Loan[], issue: Issue): PlacedIssue => {
  const { path, document } = writtenAt(loans, issue.path);
  return document === undefined ? { ...issue, path } : placedIn(document, { ...issue, path });
};

const parsed = (parts: readonly Part[]): { readonly plan: LaunchPlan } | Faulty => {
  const raw = assembled(parts.flatMap(({ carried }) => carried));
  const read = launchPlan.safeParse(raw);
  if (read.success) return { plan: read.data };
  const loans = parts.flatMap((part) => part.loans);
  return { issues: issuesOf(read.error, raw, { keysAt: () => [], home: () => undefined }).map((issue) => atPlace(loans, issue)) };
};

/** Reads a queue's and an agent's configuration, each a file or a map. Values stay as they are written. */
export const readLaunchDocuments = (entry: { readonly queueConfig: unknown; readonly agentConfig: unknown }, open: OpenFile): LaunchDocuments | Faulty => {
  const [ofQueue, ofAgent] = [opened(entry.queueConfig, 'queueConfig', open), opened(entry.agentConfig, 'agentConfig', open)];
  const unopened = [ofQueue, ofAgent].flatMap((one) => ('issue' in one ? [one.issue] : []));
  const queue = 'issue' in ofQueue ? { ...NO_QUEUE, issues: [] } : readQueue(ofQueue);
  const agent: Part = 'issue' in ofAgent ? { ...NO_QUEUE, issues: [] } : readAgent(ofAgent);
  const read = parsed([queue, agent]);
  const issues = [...unopened, ...queue.issues, ...agent.issues, ...('issues' in read ? read.issues : [])];
  if (issues.length > 0 || 'issues' in read) return { issues };
  return { plan: read.plan, loans: [...queue.loans, ...agent.loans], open: queue.open, unknownKeys: queue.unknownKeys, manifests: queue.manifests };
};
