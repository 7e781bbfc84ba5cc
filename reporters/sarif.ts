import type { Report, Reporter, ReporterOptions } from '../src/model/report.ts';
import { wordsIn } from './rule-words.ts';
import type { Content } from './sarif/content.ts';
import { contentOf } from './sarif/content.ts';
import type { Flavour } from './sarif/flavour.ts';
import { CODE_SCANNING, FULL } from './sarif/flavour.ts';
import { invalidNotification, leftOutNotifications, NOTIFICATION_DESCRIPTORS, openNotification, runNotifications } from './sarif/notification.ts';
import type { Places } from './sarif/place.ts';
import { placesFor } from './sarif/place.ts';
import { resultOf } from './sarif/result.ts';
import { ruleDescriptor } from './sarif/rule.ts';
import { ROOT } from './sarif/uri.ts';
import { jsonText, unique, visible } from './text.ts';
import { isoTime } from './time.ts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const SEMANTIC_VERSION = /^\d+\.\d+\.\d+(?:-[\w.-]+)?(?:\+[\w.-]+)?$/;

type RuleIndex = (id: string) => number;

const ruleIds = (report: Report, { entries, open }: Content): readonly string[] =>
  unique([...report.rules.map(({ id }) => id), ...entries.map(({ words }) => words.id), ...open.map(({ words }) => words.id)]);

const driverOf = (report: Report, ids: readonly string[]) => {
  const wordsOf = wordsIn(report);
  const version = visible(report.run.tool.version);
  return {
    name: 'sageready',
    version,
    ...(SEMANTIC_VERSION.test(version) && { semanticVersion: version }),
    rules: ids.map((id) => ruleDescriptor(wordsOf(id as Parameters<typeof wordsOf>[0]))),
    notifications: NOTIFICATION_DESCRIPTORS,
  };
};

/** What a later upload replaces: the description of one account. Ends with a slash, behind which GitHub expects the name of the single run. */
const categoryOf = ({ targets }: Content, { anchor }: Places): string => {
  // An invalid target has no account: a slip in the description must not move the alerts of the others to another category.
  const accounts = unique(targets.map(({ target }) => visible(target.account)).filter((account) => account !== '')).toSorted();
  return `${['sageready', accounts.length > 1 ? 'several-accounts' : (accounts[0] ?? 'no-account'), anchor.uri].join('/')}/`;
};

const propertiesOf = ({ run, calls }: Report, { targets }: Content) => ({
  failOn: run.failOn,
  strict: run.strict,
  complete: run.complete,
  ...(run.caller !== undefined && { caller: visible(run.caller) }),
  calls: calls.total,
  targets: targets.map(({ target, outcome, risks }) => ({ name: visible(target.name), outcome, risks })),
});

const invocationOf = (report: Report, content: Content, { places, indexOf }: { readonly places: Places; readonly indexOf: RuleIndex }) => {
  const invalid = content.targets.filter((target) => target.invalid !== undefined);
  return {
    executionSuccessful: report.run.complete && !content.broken && invalid.length === 0,
    startTimeUtc: isoTime(report.run.time),
    toolConfigurationNotifications: invalid.map((target) => invalidNotification(target, places)),
    toolExecutionNotifications: [
      ...runNotifications(report.run),
      ...leftOutNotifications(content.leftOut),
      ...content.open.map((open) => openNotification(open, { ruleIndex: indexOf(open.words.id), places })),
    ],
  };
};

const counting = (): ((hash: string) => number) => {
  const counts = new Map<string, number>();
  return (hash) => {
    const before = counts.get(hash) ?? 0;
    counts.set(hash, before + 1);
    return before;
  };
};

const field = (name: string, value: unknown): string => `"${name}":${jsonText(value)},\n`;

const write = function* (report: Report, { all, anchor, baseline }: ReporterOptions, flavour: Flavour): Iterable<string> {
  const content = contentOf(report, flavour, { all, ...(baseline && { baseline }) });
  const places = placesFor(content.entries, content.targets, anchor);
  const ids = ruleIds(report, content);
  const indices = new Map(ids.map((id, index) => [id, index]));
  const indexOf: RuleIndex = (id) => indices.get(id) ?? -1;
  const repeated = counting();
  yield `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[{\n`;
  yield field('tool', { driver: driverOf(report, ids) });
  yield field('automationDetails', { id: categoryOf(content, places) });
  yield field('invocations', [invocationOf(report, content, { places, indexOf })]);
  yield field('originalUriBaseIds', { [ROOT]: { description: { text: 'The root of the repository.' } } });
  yield field('columnKind', 'utf16CodeUnits');
  yield field('defaultEncoding', 'utf-8');
  yield field('language', 'en');
  yield field('properties', { ...propertiesOf(report, content), ...(baseline && { baselineTime: baseline.time }) });
  let separator = '"results":[';
  for (const entry of content.entries) {
    const surroundings = { ruleIndex: indexOf(entry.words.id), place: places.placeOf(entry), repeated, full: flavour.full, baseline };
    yield `${separator}\n${jsonText(resultOf(entry, surroundings))}`;
    separator = ',';
  }
  yield `${content.entries.length === 0 ? separator : '\n'}]}]}\n`;
};

/** The report as SARIF 2.1.0 for code scanning of GitHub and GitLab: what failed as results, what could not be judged as notifications. At most 5,000 results, the most severe; what is left out is said. */
export const sarif: Reporter = (report, options) => write(report, options, CODE_SCANNING);

/** The same for viewers and other tools: every result, waived failures as suppressed ones, and with `all` also what passed and what does not apply. */
export const sarifFull: Reporter = (report, options) => write(report, options, FULL);
