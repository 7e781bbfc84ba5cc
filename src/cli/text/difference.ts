import { count, visible } from '../../../reporters/text.ts';
import type { Change, ChangedFinding, Difference } from '../../history/diff.ts';

const HEADS: Readonly<Record<Change, string>> = {
  new: 'new',
  worse: 'worse: more severe, or its waiver is over',
  fixed: 'fixed',
  'lost-sight': 'lost sight of: could not be judged this time, so nobody knows whether it is fixed',
  unchanged: 'unchanged',
};
const ORDER: readonly Change[] = ['new', 'worse', 'lost-sight', 'fixed', 'unchanged'];

const nameOf = ({ subject }: ChangedFinding): string =>
  visible(typeof subject === 'string' ? subject : `${subject.kind} ${subject.name} (account ${subject.account}, ${subject.region})`);

/** Names that more than one account or Region has. */
const sharedNames = (findings: readonly ChangedFinding[]): ReadonlySet<string> => {
  const places = new Map<string, Set<string>>();
  for (const { target, account, region } of findings) places.set(target, (places.get(target) ?? new Set()).add(`${account} ${region}`));
  return new Set([...places].filter(([, own]) => own.size > 1).map(([name]) => name));
};

const targetOf = ({ target, account, region }: ChangedFinding, shared: ReadonlySet<string>): string =>
  visible(shared.has(target) ? `${target} (account ${account}, ${region})` : target);

const lineOf = (finding: ChangedFinding, shared: ReadonlySet<string>): string =>
  `  ${finding.severity.padEnd(7)}  ${finding.rule}  ${targetOf(finding, shared)}\n           ${nameOf(finding)}: ${visible(finding.observed)}\n`;

const group = (change: Change, { findings }: Difference, all: boolean): string => {
  const members = findings.filter((finding) => finding.change === change);
  const shared = sharedNames(findings);
  if (members.length === 0) return '';
  const isBrief = change === 'unchanged' && !all;
  return `${members.length} ${HEADS[change]}${isBrief ? ' (--all lists them)' : ''}\n${isBrief ? '' : members.map((finding) => lineOf(finding, shared)).join('')}\n`;
};

const targets = (word: string, names: readonly string[]): string =>
  names.length === 0 ? '' : `${count(names.length, 'target')} ${word}: ${names.map(visible).join(', ')}\n`;

/** A comparison of two reports for people. */
export const differenceText = (difference: Difference, all: boolean): string => {
  const { findings, added, removed } = difference;
  const groups = ORDER.map((change) => group(change, difference, all)).join('');
  const moved = `${targets('added', added)}${targets('removed', removed)}`;
  if (findings.length === 0 && moved === '') return 'Nothing failed in either report.\n';
  return `${groups}${moved}`;
};
