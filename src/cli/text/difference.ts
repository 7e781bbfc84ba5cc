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

const lineOf = (finding: ChangedFinding): string =>
  `  ${finding.severity.padEnd(7)}  ${finding.rule}  ${visible(finding.target)}\n           ${nameOf(finding)}: ${visible(finding.observed)}\n`;

const group = (change: Change, { findings }: Difference, all: boolean): string => {
  const members = findings.filter((finding) => finding.change === change);
  if (members.length === 0) return '';
  const isBrief = change === 'unchanged' && !all;
  return `${members.length} ${HEADS[change]}${isBrief ? ' (--all lists them)' : ''}\n${isBrief ? '' : members.map(lineOf).join('')}\n`;
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
