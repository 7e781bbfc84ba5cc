import { describe, expect, test } from '@jest/globals';
import { iamSimulation } from '../../src/collectors/iam/simulation.ts';
import { readerOf } from '../../src/collectors/read.ts';
import type { Fact } from '../../src/model/fact.ts';
import type { SimulatedQuestion } from '../../src/model/facts/iam.ts';
import type { Play } from '../aws/playing.ts';
import { playing } from '../aws/playing.ts';

const ROLE = 'arn:aws:iam::123456789012:role/service-role/Execution';
const BUCKET = 'arn:aws:s3:::models/churn.tar.gz';
const OTHER = 'arn:aws:s3:::models/other.tar.gz';

const { asking, requests } = playing();

const question = (changes: Partial<SimulatedQuestion> = {}): SimulatedQuestion => ({
  principalArn: ROLE,
  principalContext: [{ key: 'aws:PrincipalArn', type: 'string', values: [ROLE] }],
  action: 's3:GetObject',
  resourceArn: BUCKET,
  context: [],
  ...changes,
});

const response = (results: string, more = '<IsTruncated>false</IsTruncated>'): string =>
  `<SimulatePrincipalPolicyResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><SimulatePrincipalPolicyResult><EvaluationResults>${results}</EvaluationResults>${more}</SimulatePrincipalPolicyResult></SimulatePrincipalPolicyResponse>`;

/** Plays IAM; Organizations says that the account is in none. */
const iam =
  (play: (form: URLSearchParams) => { readonly status?: number; readonly body: string }): Play =>
  (request, reply, body) => {
    if (request.headers['x-amz-target'] !== undefined) {
      reply.writeHead(400, { 'content-type': 'application/x-amz-json-1.1' }).end('{"__type":"AWSOrganizationsNotInUseException"}');
      return;
    }
    const { status = 200, body: text } = play(new URLSearchParams(body));
    reply.writeHead(status, { 'content-type': 'text/xml' }).end(text);
  };

const listed = (form: URLSearchParams, name: string): readonly string[] => {
  const names = [...form.keys()].filter((key) => key.startsWith(`${name}.member.`));
  return names.map((key) => form.get(key) ?? '');
};

const specific = (arn: string, decision: string): string =>
  `<member><EvalResourceName>${arn}</EvalResourceName><EvalResourceDecision>${decision}</EvalResourceDecision><MatchedStatements/><MissingContextValues/></member>`;
const result = (action: string, decision: string, inner: string): string =>
  `<member><EvalActionName>${action}</EvalActionName><EvalResourceName>arn:aws:s3:::*</EvalResourceName><EvalDecision>${decision}</EvalDecision><MatchedStatements/><MissingContextValues/><EvalDecisionDetails/>${inner}</member>`;
const organizations = (allowed: boolean): string =>
  `<OrganizationsDecisionDetail><AllowedByOrganizations>${allowed}</AllowedByOrganizations></OrganizationsDecisionDetail>`;
const resources = (...parts: readonly string[]): string => `<ResourceSpecificResults>${parts.join('')}</ResourceSpecificResults>`;

/** Everything is allowed. */
const allowAll = (form: URLSearchParams): { readonly body: string } => ({
  body: response(
    listed(form, 'ActionNames')
      .map((action) => result(action, 'allowed', resources(...listed(form, 'ResourceArns').map((arn) => specific(arn, 'allowed')))))
      .join(''),
  ),
});

const ask = (play: Play, questions: readonly SimulatedQuestion[]): Promise<readonly Fact[]> =>
  asking(play, (session) => Promise.all(questions.map((one) => readerOf(session)('iam.simulation', { ...one }))));

const simulations = () => requests.map(({ body }) => new URLSearchParams(body)).filter((form) => form.get('Action') === 'SimulatePrincipalPolicy');
const answerIn = (fact: Fact | undefined): unknown => (fact?.state === 'present' ? fact.value : fact);

describe('how questions share calls', () => {
  test('one call per principal and context', async () => {
    const passed = [{ key: 'iam:PassedToService', type: 'string', values: ['sagemaker.amazonaws.com'] }] as const;
    const facts = await ask(iam(allowAll), [
      question(),
      question({ action: 's3:ListBucket' }),
      question({ resourceArn: OTHER }),
      question({ action: 'iam:PassRole', resourceArn: ROLE, context: passed }),
      question({ principalArn: `${ROLE}2` }),
    ]);
    expect(facts.map(({ state }) => state)).toEqual(Array(5).fill('present'));
    expect(simulations()).toHaveLength(3);
    expect(simulations().map((form) => form.get('PolicySourceArn'))).toEqual(expect.arrayContaining([ROLE, `${ROLE}2`]));
  });

  test('sixty actions are two calls, and 21 resources two', async () => {
    const actions = Array.from({ length: 60 }, (_, index) => question({ action: `s3:Action${index}` }));
    await ask(iam(allowAll), actions);
    expect(simulations().map((form) => listed(form, 'ActionNames').length)).toEqual([50, 10]);
    const arns = Array.from({ length: 21 }, (_, index) => question({ resourceArn: `${BUCKET}${index}` }));
    await ask(iam(allowAll), arns);
    expect(simulations().map((form) => listed(form, 'ResourceArns').length)).toEqual([20, 1]);
  });

  test('context entries are typed; neither CallerArn nor ResourcePolicy is sent for a role', async () => {
    const context = [
      { key: 'aws:SecureTransport', type: 'boolean', values: ['true'] },
      { key: 'aws:TagKeys', type: 'stringList', values: ['a', 'b'] },
    ] as const;
    await ask(iam(allowAll), [question({ context })]);
    const [form] = simulations();
    const entries = [...(form ?? [])].filter(([key]) => key.startsWith('ContextEntries'));
    expect(Object.fromEntries(entries)).toMatchObject({
      'ContextEntries.member.2.ContextKeyName': 'aws:SecureTransport',
      'ContextEntries.member.2.ContextKeyType': 'boolean',
      'ContextEntries.member.3.ContextKeyType': 'stringList',
      'ContextEntries.member.3.ContextKeyValues.member.2': 'b',
    });
    expect([...(form?.keys() ?? [])].filter((key) => /^(CallerArn|ResourcePolicy|ResourceOwner)/.test(key))).toEqual([]);
  });
});

// Hand-written after public recordings of AWS's answers, such as https://github.com/localstack/localstack/pull/12542
describe('how answers are read', () => {
  test('a matched statement, in words that AWS does not document', async () => {
    const matched =
      '<MatchedStatements><member><SourcePolicyId>role_Execution_Guard</SourcePolicyId><SourcePolicyType>IAM Policy</SourcePolicyType><StartPosition><Line>3</Line><Column>17</Column></StartPosition><EndPosition><Line>8</Line><Column>6</Column></EndPosition></member></MatchedStatements>';
    const own = `<member><EvalResourceName>${BUCKET}</EvalResourceName><EvalResourceDecision>explicitDeny</EvalResourceDecision>${matched}<MissingContextValues><member>aws:SourceVpce</member></MissingContextValues><EvalDecisionDetails/><PermissionsBoundaryDecisionDetail><AllowedByPermissionsBoundary>true</AllowedByPermissionsBoundary></PermissionsBoundaryDecisionDetail></member>`;
    const [fact] = await ask(
      iam(() => ({ body: response(result('s3:GetObject', 'explicitDeny', organizations(true) + resources(own))) })),
      [question()],
    );
    expect(answerIn(fact)).toEqual({
      asked: { action: 's3:GetObject', resourceArn: BUCKET, context: [] },
      decision: 'explicitDeny',
      allowedByOrganizations: true,
      allowedByBoundary: true,
      matched: [{ policy: 'role_Execution_Guard', type: 'IAM Policy', line: 3, column: 17 }],
      missing: ['aws:SourceVpce'],
    });
  });

  test('an answer without parts by resource is about the one resource', async () => {
    const [fact] = await ask(
      iam(() => ({ body: response(result('s3:GetObject', 'implicitDeny', organizations(false))) })),
      [question()],
    );
    expect(answerIn(fact)).toMatchObject({ decision: 'implicitDeny', allowedByOrganizations: false });
  });

  test('all pages', async () => {
    const facts = await ask(
      iam((form) =>
        form.get('Marker') === null
          ? {
              body: response(result('s3:GetObject', 'allowed', resources(specific(BUCKET, 'allowed'))), '<IsTruncated>true</IsTruncated><Marker>more</Marker>'),
            }
          : { body: response(result('s3:ListBucket', 'allowed', resources(specific(BUCKET, 'allowed')))) },
      ),
      [question(), question({ action: 's3:ListBucket' })],
    );
    expect(facts.map(({ state }) => state)).toEqual(['present', 'present']);
  });

  test('what the organisation says of several resources at once is asked again by resource', async () => {
    const facts = await ask(
      iam((form) => {
        const arns = listed(form, 'ResourceArns');
        const isAllowed = arns.every((arn) => arn === BUCKET);
        const parts = arns.map((arn) => specific(arn, 'implicitDeny'));
        return { body: response(result('s3:GetObject', 'implicitDeny', organizations(isAllowed) + resources(...parts))) };
      }),
      [question(), question({ resourceArn: OTHER })],
    );
    expect(facts.map(answerIn)).toMatchObject([{ allowedByOrganizations: true }, { allowedByOrganizations: false }]);
    expect(simulations()).toHaveLength(3);
  });

  test('actions that AWS does not take together are asked in the groups that it names', async () => {
    const message = 'Invalid Input Actions: [s3:GetObject,s3:ListBucket] and [iam:PassRole] require different authorization information.';
    const refusal = `<ErrorResponse><Error><Type>Sender</Type><Code>InvalidInput</Code><Message>${message}</Message></Error></ErrorResponse>`;
    const facts = await ask(
      iam((form) => (listed(form, 'ActionNames').length === 3 ? { status: 400, body: refusal } : allowAll(form))),
      ['s3:GetObject', 's3:ListBucket', 'iam:PassRole'].map((action) => question({ action })),
    );
    expect(facts.map(({ state }) => state)).toEqual(['present', 'present', 'present']);
    expect(simulations().map((form) => listed(form, 'ActionNames').length)).toEqual([3, 2, 1]);
  });

  test('a word that is no decision makes the fact unknown', async () => {
    const [fact] = await ask(
      iam(() => ({ body: response(result('s3:GetObject', 'perhaps', '')) })),
      [question()],
    );
    expect(fact).toMatchObject({ state: 'unknown', reason: 'failed' });
  });

  test('a principal that AWS does not know has no answer', async () => {
    const gone = '<ErrorResponse><Error><Type>Sender</Type><Code>NoSuchEntity</Code><Message>gone</Message></Error></ErrorResponse>';
    const [fact] = await ask(
      iam(() => ({ status: 404, body: gone })),
      [question()],
    );
    expect(fact).toEqual({ state: 'absent' });
  });
});

test('names what it needs', () => {
  const needed = iamSimulation.permissions(
    { principalArn: ROLE, principalContext: [], action: 's3:GetObject', resourceArn: BUCKET, context: [] },
    { partition: 'aws', account: '1' },
  );
  expect(needed).toContainEqual({ action: 'iam:SimulatePrincipalPolicy', resources: [ROLE] });
});
