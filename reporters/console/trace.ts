import type { FailedTest, GateTrace, IamTrace, StatementTrace, Trace } from '../../src/model/trace.ts';
import { placeOf } from '../statement.ts';
import { visible } from '../text.ts';
import { networkLines } from './network.ts';
import type { Page } from './page.ts';
import { labelled, labelledLines } from './page.ts';
import { DECISIONS, GATE_VERDICTS, GATES, PARTS } from './words.ts';

const NEAR_MISSES = 3;

const gateLine = ({ gate, label, verdict }: GateTrace): string =>
  `${GATES[gate]}${label === undefined ? '' : ` (${visible(label)})`}: ${GATE_VERDICTS[verdict]}`;

const isClosed = ({ verdict }: GateTrace): boolean => verdict === 'denies' || verdict === 'silent' || verdict === 'unknown';

const failedTest = (page: Page, { part, outcome, detail, policyValue, actual }: FailedTest): readonly string[] => [
  ...labelled(page, '', `${PARTS[part]}${detail === undefined ? '' : ` ${visible(detail)}`} ${outcome === 'no' ? 'does not match' : 'may or may not match'}`),
  ...labelledLines(page, '', [`  policy   ${visible(policyValue)}`, `  request  ${visible(actual)}`]),
];

const nearMiss = (page: Page, { statement, failed }: StatementTrace): readonly string[] => [
  ...labelled(page, 'near miss', placeOf(statement)),
  ...failed.flatMap((test) => failedTest(page, test)),
];

const nearMisses = ({ gates }: IamTrace): readonly StatementTrace[] =>
  gates
    .filter(isClosed)
    .flatMap(({ statements }) => statements)
    .filter(({ effect, match, failed }) => effect === 'Allow' && match !== 'yes' && failed.length === 1)
    .slice(0, NEAR_MISSES);

const iamLines = (page: Page, trace: IamTrace): readonly string[] => [
  ...labelled(page, 'IAM', `${visible(trace.action)} ${DECISIONS[trace.decision]}`),
  ...labelledLines(page, '', [`as  ${visible(trace.principal)}`, `on  ${visible(trace.resource)}`]),
  ...trace.gates.filter(isClosed).flatMap((gate) => labelled(page, '', gateLine(gate))),
  ...trace.deciding.flatMap((statement) => labelled(page, 'decided by', placeOf(statement))),
  ...(trace.missing.length > 0 ? labelled(page, 'depends on', `${trace.missing.map(visible).join(', ')}, which only AWS knows at run time`) : []),
  ...(trace.decision === 'Allowed' ? [] : nearMisses(trace)).flatMap((miss) => nearMiss(page, miss)),
  ...(page.all && trace.message !== '' ? labelled(page, 'AWS says', visible(trace.message)) : []),
  ...(page.all ? trace.notes.flatMap((note) => labelled(page, 'note', visible(note))) : []),
];

/** How a verdict was reached, in brief: the decision, who decided, and what nearly matched. */
export const traceLines = (page: Page, trace: Trace): readonly string[] => {
  switch (trace.kind) {
    case 'iam':
      return iamLines(page, trace);
    case 'network':
      return networkLines(page, trace);
    default:
      return trace satisfies never;
  }
};
