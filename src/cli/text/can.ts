import { DECISIONS, GATE_VERDICTS, GATES, PARTS } from '../../../reporters/console/words.ts';
import { jsonLayout } from '../../../reporters/json-layout.ts';
import { placeOf } from '../../../reporters/statement.ts';
import { visible } from '../../../reporters/text.ts';
import type { PolicySource } from '../../model/policy.ts';
import type { FailedTest, GateTrace, IamRepair, IamTrace, StatementRef, StatementTrace } from '../../model/trace.ts';
import type { Policies } from '../../reason/iam/types.ts';
import type { ActionAnswer, Answer } from '../can/answer.ts';
import { quoteOf } from './quote.ts';

const STEP = '    ';
const NEAR_MISSES = 3;
const QUOTED = 5;

const indented = (lines: readonly string[], by = STEP): readonly string[] => lines.map((line) => `${by}${line}`);

/** Every document that had a say. */
const sourcesIn = ({ identity, boundary, session, scpLevels, rcpLevels, resource, endpoint }: Policies): readonly PolicySource[] =>
  [...identity, boundary, ...(session ?? []), ...scpLevels.flat(), ...rcpLevels.flat(), resource, ...(endpoint?.policies ?? [])].filter(
    (one): one is PolicySource => one !== undefined && 'text' in one,
  );

const sourceOf = (policies: Policies, { policy, policyKind, policyArn }: StatementRef): PolicySource | undefined =>
  sourcesIn(policies).find(({ name, kind, arn }) => name === policy && kind === policyKind && arn === policyArn);

const quoted = ({ policies }: Answer, statement: StatementRef): readonly string[] => {
  const source = sourceOf(policies, statement);
  return source === undefined ? [] : indented(quoteOf(source, statement));
};

const SYMBOLS = { Allowed: '✔', ExplicitlyDenied: '✘', ImplicitlyDenied: '✘', Unknown: '?' } as const;

const headOf = ({ action, resource, result: { decision, possible } }: Answer): string => {
  const isDenied = decision === 'Unknown' && !possible.includes('Allowed');
  const words = isDenied ? 'is denied, whatever is not known' : DECISIONS[decision];
  return `${isDenied ? '✘' : SYMBOLS[decision]} ${action} ${words}\n  on  ${visible(resource.arn)}`;
};

const decidedBy = (answer: Answer): readonly string[] => {
  const { deciding } = answer.result;
  const more = deciding.length - QUOTED;
  return [
    ...deciding.slice(0, QUOTED).flatMap((statement) => [`  by  ${placeOf(statement)}`, ...quoted(answer, statement)]),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
};

const failedTest = ({ part, outcome, detail, policyValue, actual }: FailedTest): readonly string[] => [
  `${STEP}${PARTS[part]}${detail === undefined ? '' : ` ${visible(detail)}`} ${outcome === 'no' ? 'does not match' : 'may or may not match'}`,
  `${STEP}  policy   ${visible(policyValue)}`,
  `${STEP}  request  ${visible(actual)}`,
];

const isNear = ({ effect, match, failed }: StatementTrace): boolean => effect === 'Allow' && match !== 'yes' && failed.length === 1;

const isClosed = ({ verdict }: GateTrace): boolean => verdict === 'denies' || verdict === 'silent' || verdict === 'unknown';

const gateLines = (gates: readonly GateTrace[]): readonly string[] =>
  gates.filter(isClosed).map(({ gate, label, verdict }) => `  ${GATES[gate]}${label === undefined ? '' : ` (${visible(label)})`}: ${GATE_VERDICTS[verdict]}`);

const nearMisses = (answer: Answer, { gates }: IamTrace): readonly string[] =>
  gates
    .filter(isClosed)
    .flatMap(({ statements }) => statements.filter(isNear))
    .slice(0, NEAR_MISSES)
    .flatMap(({ statement, failed }) => [`  near miss  ${placeOf(statement)}`, ...failed.flatMap(failedTest), ...quoted(answer, statement)]);

/** The statements whose outcome hangs on what is not known. */
const openStatements = ({ gates }: IamTrace): readonly string[] =>
  gates
    .flatMap(({ statements }) => statements)
    .filter(({ match }) => match === 'unknown')
    .slice(0, NEAR_MISSES)
    .flatMap(({ statement, effect, failed }) => [
      `  open  ${placeOf(statement)} (${effect})`,
      ...failed.filter(({ outcome }) => outcome === 'unknown').flatMap(failedTest),
    ]);

const unknowns = ({ missing, unread }: Answer['result']): readonly string[] => [
  ...missing.map((key) => `  not known  ${visible(key)}: say --context ${visible(key)}=… (or ${visible(key)}= where AWS sends none)`),
  ...unread.map(({ message }) => `  not read   ${visible(message)}`),
];

const ON_RESOURCE = { 'resource-policy': 'policy', delegation: 'policy', grant: 'policy' } as const;

const belongsIn = (repair: Extract<IamRepair, { change: 'add-statement' }>, { result, resource }: Answer): string => {
  const { gate, policy, label } = repair;
  if (gate in ON_RESOURCE) return `the ${policy === undefined ? 'resource policy' : `policy ${visible(policy)}`} of ${visible(resource.arn)}`;
  if (gate === 'identity') return `an identity policy of ${visible(result.trace.principal)}`;
  const named = [policy, label].filter((part) => part !== undefined).map(visible);
  return `the ${GATES[gate]}${named.length === 0 ? '' : ` (${named.join(', ')})`}`;
};

const repairLines = (answer: Answer): readonly string[] => {
  const { repair } = answer.result.trace;
  if (repair === undefined) return [];
  if (repair.change === 'amend-denial') return [`  mend  ${placeOf(repair.statement)}: ${visible(repair.why)}`];
  return [`  mend  add to ${belongsIn(repair, answer)}:`, ...indented(jsonLayout(repair.statement).split('\n'))];
};

/** One answer as text. */
const answerLines = (answer: Answer): readonly string[] => {
  const { decision, trace } = answer.result;
  if (decision === 'Allowed') return [headOf(answer), ...decidedBy(answer), ...trace.notes.map((note) => `  note  ${visible(note)}`)];
  return [
    headOf(answer),
    ...(decision === 'ExplicitlyDenied' ? decidedBy(answer) : gateLines(trace.gates)),
    ...(decision === 'ImplicitlyDenied' ? nearMisses(answer, trace) : []),
    ...(decision === 'Unknown' ? [...openStatements(trace), ...unknowns(answer.result)] : []),
    ...repairLines(answer),
    ...(trace.message === '' ? [] : [`  AWS would say  ${visible(trace.message)}`]),
    ...trace.notes.map((note) => `  note  ${visible(note)}`),
  ];
};

const actionLines = ({ pairing, answers }: ActionAnswer): readonly string[] => [
  ...answers.flatMap((answer) => [...answerLines(answer), '']),
  ...pairing.passedOver.map((arn) => `– ${pairing.action} is never asked about ${visible(arn)}\n`),
  ...(pairing.lacking.length > 0 ? [`? ${pairing.action} needs a resource that was not named, such as\n${indented(pairing.lacking).join('\n')}\n`] : []),
  ...pairing.notes.map((note) => `  note  ${visible(note)}\n`),
];

/** The answers of one command, for people. `notes`: what holds for all of them. */
export const canText = (principal: string, answers: readonly ActionAnswer[], notes: readonly string[]): string =>
  [`as  ${visible(principal)}\n`, ...answers.flatMap(actionLines), ...[...new Set(notes)].map((note) => `note  ${visible(note)}`)]
    .join('\n')
    .trimEnd()
    .concat('\n');

const answerData = ({ action, resource, result }: Answer) => ({
  action,
  resource: resource.arn,
  decision: result.decision,
  possible: result.possible,
  missing: result.missing,
  unread: result.unread,
  trace: result.trace,
});

/** The same as data. */
export const canData = (principal: string, answers: readonly ActionAnswer[], notes: readonly string[]): object => ({
  schema: 'sageready/can/1',
  principal,
  actions: answers.map(({ pairing, answers: each, decision }) => ({
    action: pairing.action,
    decision,
    answers: each.map(answerData),
    passedOver: pairing.passedOver,
    lacking: pairing.lacking,
    notes: pairing.notes,
  })),
  notes: [...new Set(notes)],
});
