import { shellQuote } from '../../../reporters/shell.ts';
import { visible, wrap } from '../../../reporters/text.ts';
import type { Erratum } from '../../data/errata.ts';
import type { KnownFailure } from '../../data/unforeseen.ts';
import type { TargetReport } from '../../model/report.ts';
import type { AnyRule } from '../../model/rule.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { AuthorizationError } from '../../reason/authorization-error.ts';
import type { ExplainedError } from '../explain/error.ts';
import { erratumLines } from './erratum.ts';

const WIDTH = 96;

const paragraph = (label: string, text: string): readonly string[] => {
  const indent = ' '.repeat(label.length);
  return wrap(visible(text), WIDTH - label.length).map((line, index) => `${index === 0 ? label : indent}${line}`);
};

const verdictWords = (verdict: Verdict): string => {
  switch (verdict.outcome) {
    case 'pass':
      return `passed: ${verdict.summary}`;
    case 'fail':
      return `FAILED: ${verdict.summary}`;
    case 'not-applicable':
      return `does not apply: ${verdict.reason}`;
    case 'cannot-tell':
      return `not judged: ${verdict.because[0].message}`;
    case 'error':
      return `broken: ${verdict.message}`;
    default:
      return verdict satisfies never;
  }
};

const findingsOf = (rule: AnyRule, reports: readonly TargetReport[]): readonly string[] =>
  reports.flatMap(({ target, findings }) =>
    findings.filter((finding) => finding.rule === rule.id).flatMap(({ verdict }) => paragraph('  Here   ', `${target.name}: ${verdictWords(verdict)}`)),
  );

const ruleLines = (rule: AnyRule, reports: readonly TargetReport[]): readonly string[] => [
  `${rule.id} — ${rule.title}`,
  ...paragraph('  Means  ', rule.why),
  ...paragraph('  Mend   ', rule.fix),
  ...findingsOf(rule, reports),
  '',
];

const failureLines = ({ cause, look, source }: KnownFailure): readonly string[] => [
  ...paragraph('Means    ', cause),
  ...look.flatMap((step, index) => paragraph(index === 0 ? 'Look at  - ' : '         - ', step)),
  `See      ${source}`,
  '',
];

const DECIDED: Readonly<Record<AuthorizationError['because'], (policy: string) => string>> = {
  'explicit-deny': (policy) => `an explicit Deny in a ${policy} decided; no Allow outweighs it`,
  'no-allow': (policy) => `no ${policy} allows it`,
  unsaid: () => 'the message does not tell which policy decided',
};

const IS_NAMED = /^arn:|\.amazonaws\.com$/;

/** The question that tells why, ready to paste. What is not an ARN is left for the reader to name. */
const canCommand = ({ principal, action, resource }: AuthorizationError): string => {
  const who = principal !== undefined && IS_NAMED.test(principal) ? principal : 'me';
  const what = resource !== undefined && /^arn:|^\*$/.test(resource) ? [resource] : [];
  return ['sageready', 'can', who, action, ...what].map((word) => shellQuote(visible(word))).join(' ');
};

const authorizationLines = (error: AuthorizationError): readonly string[] => [
  'IAM refused the call:',
  ...(error.principal === undefined ? [] : [`  as  ${visible(error.principal)}`]),
  `  may not  ${visible(error.action)}`,
  ...(error.resource === undefined ? [] : [`  on  ${visible(error.resource)}`]),
  ...paragraph('  ', `${DECIDED[error.because](error.policy ?? 'policy')}.`),
  'Ask which statement it is:',
  `  ${canCommand(error)}`,
  '',
];

const errataLines = (errata: readonly Erratum[]): readonly string[] =>
  errata.length === 0
    ? []
    : [
        'A public guide prints it so:',
        '',
        ...errata.flatMap((erratum) => [...erratumLines(erratum), '']),
        'Mends what can be mended:',
        '  sageready policy lint FILE',
        '',
      ];

const NOTHING = 'Nothing is known of this message. If AWS wrote it, please report it, with what it was about.\n';

/** What is known about a pasted error, for people. `reports`: what the rules found in saved facts. */
export const explainedText = ({ rules, failures, errata, authorization }: ExplainedError, reports: readonly TargetReport[]): string => {
  const lines = [
    ...(authorization === undefined ? [] : authorizationLines(authorization)),
    ...(rules.length === 0
      ? []
      : [`Foreseen by ${rules.length === 1 ? 'this rule' : 'these rules'} of sageready check:`, '', ...rules.flatMap((rule) => ruleLines(rule, reports))]),
    ...(rules.length === 0 && failures.length > 0 ? ['No rule of this version foresees it.', ''] : []),
    ...failures.flatMap(failureLines),
    ...errataLines(errata),
  ];
  return lines.length === 0 ? NOTHING : `${lines.join('\n').trimEnd()}\n`;
};

const ruleData = ({ id, title, severity, why, fix, docs }: AnyRule, reports: readonly TargetReport[]) => ({
  id,
  title,
  severity,
  why,
  fix,
  docs,
  findings: reports.flatMap(({ target, findings }) => findings.filter(({ rule }) => rule === id).map(({ verdict }) => ({ target: target.name, verdict }))),
});

/** The same as data. */
export const explainedData = ({ rules, failures, errata, authorization }: ExplainedError, reports: readonly TargetReport[]): object => ({
  schema: 'sageready/explanation/1',
  ...(authorization !== undefined && { authorization: { ...authorization, command: canCommand(authorization) } }),
  rules: rules.map((rule) => ruleData(rule, reports)),
  failures,
  errata: errata.map(({ id, means, instead, page }) => ({ id, means, instead, page })),
});
