import type { HttpAnswer } from './aws-error.ts';
import { errorAnswer } from './aws-error.ts';
import type { AwsRequest } from './aws-request.ts';

/** One question of a simulation, as it came. */
export interface SimulatedAsk {
  readonly principalArn: string;
  readonly action: string;
  readonly resourceArn: string;
  /** By name, in lower case. */
  readonly context: Readonly<Record<string, readonly string[]>>;
}

/** What AWS is to say of one question; what is left out is what an account in no organisation and without boundary says. */
export interface SimulatedSay {
  readonly decision: 'allowed' | 'explicitDeny' | 'implicitDeny';
  readonly allowedByOrganizations?: boolean;
  readonly allowedByBoundary?: boolean;
  readonly matched?: readonly { readonly policy: string; readonly line: number; readonly column: number }[];
  readonly missing?: readonly string[];
}

/** STUB of IAM's policy simulator: moto has none. Nobody asked it for an account: it says that it is not implemented. */
export interface SimulatorStub {
  readonly set: (account: string, say: (ask: SimulatedAsk) => SimulatedSay) => void;
  /** Undefined: this call is moto's. */
  readonly answer: (request: AwsRequest) => HttpAnswer | undefined;
}

const listed = (input: AwsRequest['input'], name: string): readonly string[] => {
  const values: string[] = [];
  for (let index = 1; typeof input[`${name}.member.${index}`] === 'string'; index += 1) values.push(String(input[`${name}.member.${index}`]));
  return values;
};

const contextIn = (input: AwsRequest['input']): SimulatedAsk['context'] => {
  const entries: (readonly [string, readonly string[]])[] = [];
  for (let index = 1; input[`ContextEntries.member.${index}.ContextKeyName`] !== undefined; index += 1) {
    const entry = `ContextEntries.member.${index}`;
    entries.push([String(input[`${entry}.ContextKeyName`]).toLowerCase(), listed(input, `${entry}.ContextKeyValues`)]);
  }
  return Object.fromEntries(entries);
};

const tag = (name: string, content: string): string => `<${name}>${content}</${name}>`;
const members = (name: string, list: readonly string[]): string => tag(name, list.map((one) => tag('member', one)).join(''));
const position = (name: string, line: number, column: number): string => tag(name, tag('Line', String(line)) + tag('Column', String(column)));

const matchedXml = ({ matched = [] }: SimulatedSay): string =>
  members(
    'MatchedStatements',
    // AWS says "IAM Policy", which is none of the values that it documents.
    matched.map(
      ({ policy, line, column }) =>
        tag('SourcePolicyId', policy) +
        tag('SourcePolicyType', 'IAM Policy') +
        position('StartPosition', line, column) +
        position('EndPosition', line + 1, column),
    ),
  );

const boundaryXml = ({ allowedByBoundary }: SimulatedSay): string =>
  allowedByBoundary === undefined ? '' : tag('PermissionsBoundaryDecisionDetail', tag('AllowedByPermissionsBoundary', String(allowedByBoundary)));

const resourceXml = (resourceArn: string, say: SimulatedSay): string =>
  tag('EvalResourceName', resourceArn) +
  tag('EvalResourceDecision', say.decision) +
  matchedXml(say) +
  members('MissingContextValues', say.missing ?? []) +
  boundaryXml(say);

const SUMMED_UP = ['explicitDeny', 'implicitDeny', 'allowed'] as const;

/** AWS sums up an action over its resources, under a template of an ARN, and says once for all of them whether the organisation allows it. */
const actionXml = (action: string, said: readonly (readonly [resourceArn: string, say: SimulatedSay])[]): string => {
  const decisions = said.map(([, { decision }]) => decision);
  const organizations = said.flatMap(([, { allowedByOrganizations }]) => allowedByOrganizations ?? []);
  return [
    tag('EvalActionName', action),
    tag('EvalResourceName', 'arn:aws:service:::$' + '{Resource}'),
    tag('EvalDecision', SUMMED_UP.find((one) => decisions.includes(one)) ?? 'implicitDeny'),
    '<MatchedStatements/><MissingContextValues/><EvalDecisionDetails/>',
    organizations.length === 0 ? '' : tag('OrganizationsDecisionDetail', tag('AllowedByOrganizations', String(organizations.every(Boolean)))),
    members(
      'ResourceSpecificResults',
      said.map(([resourceArn, say]) => resourceXml(resourceArn, say)),
    ),
  ].join('');
};

const answerXml = (results: readonly string[]): HttpAnswer => ({
  status: 200,
  headers: { 'content-type': 'text/xml' },
  body: `<SimulatePrincipalPolicyResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">${tag(
    'SimulatePrincipalPolicyResult',
    members('EvaluationResults', results) + tag('IsTruncated', 'false'),
  )}</SimulatePrincipalPolicyResponse>`,
});

const NOT_IMPLEMENTED = { status: 501, code: 'NotImplemented', message: 'SimulatePrincipalPolicy is not implemented' };

/** Makes the stub, with no account set. The shapes of its answers are those that public recordings of AWS show, written by hand. */
export const simulatorStub = (): SimulatorStub => {
  const accounts = new Map<string, (ask: SimulatedAsk) => SimulatedSay>();
  return {
    set: (account, say) => void accounts.set(account, say),
    answer: (request) => {
      if (request.service !== 'iam' || request.operation !== 'SimulatePrincipalPolicy') return undefined;
      const { input, account = '' } = request;
      const say = accounts.get(account);
      if (say === undefined) return errorAnswer(request, NOT_IMPLEMENTED);
      const asked = { principalArn: String(input['PolicySourceArn']), context: contextIn(input) };
      const resources = listed(input, 'ResourceArns');
      return answerXml(
        listed(input, 'ActionNames').map((action) =>
          actionXml(
            action,
            resources.map((resourceArn) => [resourceArn, say({ ...asked, action, resourceArn })]),
          ),
        ),
      );
    },
  };
};
