import { unknown } from '../../src/model/fact.ts';
import type { NetworkPicture } from '../../src/model/picture.ts';
import type { Finding, Report, TargetReport } from '../../src/model/report.ts';
import type { TargetOrigin } from '../../src/model/target.ts';
import type { IamTrace, NetworkTrace } from '../../src/model/trace.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { cannotTell, fail, notApplicable, pass } from '../../src/model/verdict.ts';
import { EVERY_FIX, READ_OBJECT, statementIn } from './report-fixes.ts';
import { FIXTURE_RULES, ruleId } from './report-rules.ts';
import { ACCOUNT, DEPLOYER, KEY, REGION, ROLE } from './targets.ts';

const FINGERPRINT = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

const finding = (rule: string, verdict: Verdict, ...follows: readonly string[]): Finding => ({
  rule: ruleId(rule),
  verdict,
  ...(follows.length > 0 && { follows: follows.map(ruleId) }),
  ...(verdict.outcome === 'fail' && { fingerprints: verdict.evidence.map(() => FINGERPRINT) }),
});

const because = (rule: string, ...causes: readonly string[]): Finding => finding(rule, notApplicable(`because ${causes[0]} failed`), ...causes);

const originAt = (line: number): TargetOrigin => ({
  file: 'sageready.yaml',
  positions: {
    '': { line, column: 5 },
    '/executionRoleArn': { line: line + 4, column: 23 },
    '/modelDataUrl': { line: line + 6, column: 19 },
    '/serverlessConfig': { line: line + 8, column: 7 },
    '/serverlessConfig/memorySizeInMB': { line: line + 9, column: 25 },
    '/serverlessConfig/maxConcurrency': { line: line + 10, column: 25 },
  },
});

const described = (name: string, line: number): TargetReport['target'] => ({
  name,
  scenario: 'serverless-endpoint',
  account: ACCOUNT,
  region: REGION,
  deployer: DEPLOYER,
  origin: originAt(line),
});

const target = (name: string, line: number, judged: Omit<TargetReport, 'target' | 'causes' | 'risks'> & { readonly risks?: number }): TargetReport => ({
  target: described(name, line),
  risks: 0,
  ...judged,
  causes: judged.findings
    .filter(({ verdict }) => verdict.outcome === 'fail')
    .map(({ rule }) => ({ rule, clears: judged.findings.filter(({ follows }) => follows?.includes(rule)).map((one) => one.rule) })),
});

/** Not ready: no role and no bucket, and what follows from that. */
const churn = target('churn', 4, {
  outcome: 'not-ready',
  findings: [
    finding('identity/deployer-exists', pass(`${DEPLOYER} exists`)),
    finding('endpoint/memory-size-is-offered', pass('2048 MB is offered')),
    finding(
      'artifact/bucket-exists',
      fail('There is no such bucket', [{ subject: 'arn:aws:s3:::churn-modles', observed: 'no bucket named churn-modles', field: ['modelDataUrl'] }]),
    ),
    finding(
      'identity/role-exists',
      fail('There is no such role', [{ subject: ROLE, observed: 'no role named Execution', field: ['executionRoleArn'] }], [EVERY_FIX['create-role']]),
    ),
    because('artifact/artifact-exists', 'artifact/bucket-exists'),
    because('artifact/artifact-is-in-this-region', 'artifact/bucket-exists'),
    because('identity/role-trusts-sagemaker', 'identity/role-exists'),
    because('identity/role-may-read-artifact', 'identity/role-exists', 'artifact/bucket-exists'),
    because('identity/deployer-may-pass-role', 'identity/role-exists'),
    because('encryption/key-trusts-role', 'identity/role-exists'),
    finding('encryption/key-exists', notApplicable('the plan names no key')),
    finding('endpoint/concurrency-fits-quota', pass('5 planned + 0 in use, 10 allowed')),
  ],
});

/** A read of the artifact that a mistyped bucket name denies. */
const NEAR_MISS: IamTrace = {
  kind: 'iam',
  decision: 'ImplicitlyDenied',
  principal: ROLE,
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::churn-models/churn/model.tar.gz',
  gates: [
    {
      gate: 'identity',
      verdict: 'silent',
      statements: [
        {
          statement: statementIn('inline', { sid: 'ReadModels', policy: 'ModelReader' }),
          effect: 'Allow',
          match: 'no',
          failed: [{ part: 'resource', outcome: 'no', policyValue: 'arn:aws:s3:::churn-model/*', actual: 'arn:aws:s3:::churn-models/churn/model.tar.gz' }],
        },
      ],
    },
    { gate: 'resource-policy', verdict: 'silent', statements: [] },
    { gate: 'boundary', verdict: 'allows', statements: [] },
  ],
  deciding: [],
  missing: [],
  message: `User: ${ROLE} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::churn-models/churn/model.tar.gz" because no identity-based policy allows the s3:GetObject action`,
  repair: { change: 'add-statement', gate: 'identity', statement: READ_OBJECT },
  notes: ['The policy ModelReader names a bucket that differs by one letter.'],
};

const DENYING = statementIn('bucket', { sid: 'OnlyFromOurVpc', policy: 'churn-models', line: 12, index: 0, pointer: '/Statement/0' });

/** A denial by the bucket's policy. */
const DENIED: IamTrace = {
  ...NEAR_MISS,
  decision: 'ExplicitlyDenied',
  gates: [
    {
      gate: 'resource-policy',
      verdict: 'denies',
      statements: [{ statement: DENYING, effect: 'Deny', match: 'yes', failed: [] }],
    },
  ],
  deciding: [DENYING],
  repair: { change: 'amend-denial', gate: 'resource-policy', statement: DENYING, why: 'SageMaker reads from outside that VPC' },
  notes: [],
};

const QUOTA_REFUSED = unknown('access-denied', `servicequotas:GetServiceQuota was refused in ${REGION} — grant it, or judge saved facts`, {
  actions: ['servicequotas:GetServiceQuota'],
});

/** Not ready: policies and a memory size that serverless endpoints do not have; one rule could not be judged. */
const fraud = target('fraud', 21, {
  outcome: 'not-ready',
  findings: [
    finding('identity/role-exists', pass(`${ROLE} exists`)),
    finding('artifact/bucket-exists', pass(`churn-models exists in ${REGION}`)),
    finding('artifact/artifact-exists', pass('s3://churn-models/churn/model.tar.gz holds 48211 bytes')),
    finding(
      'identity/role-trusts-sagemaker',
      fail(
        'No statement of the trust policy lets SageMaker in',
        [{ subject: ROLE, observed: 'trusts ec2.amazonaws.com only', expected: 'sts:AssumeRole for sagemaker.amazonaws.com' }],
        [EVERY_FIX['trust-service']],
      ),
    ),
    finding(
      'identity/role-may-read-artifact',
      fail(
        's3:GetObject is denied, kms:Decrypt allowed',
        [
          { subject: 'arn:aws:s3:::churn-models/churn/model.tar.gz', observed: 'nothing allows s3:GetObject', field: ['modelDataUrl'], trace: NEAR_MISS },
          { subject: 'arn:aws:s3:::churn-models/churn/model.tar.gz', observed: 'the bucket’s policy denies s3:GetObject', trace: DENIED },
        ],
        [
          EVERY_FIX.grant,
          { ...EVERY_FIX['amend-denial'], statement: DENYING, holder: 'arn:aws:s3:::churn-models', why: 'SageMaker reads from outside that VPC' },
        ],
      ),
    ),
    finding(
      'endpoint/memory-size-is-offered',
      fail(
        '2000 MB is not offered',
        [
          {
            subject: { account: ACCOUNT, region: REGION, kind: 'endpoint', name: 'fraud' },
            observed: '2000 MB',
            expected: '1024, 2048, 3072, 4096, 5120 or 6144 MB',
            field: ['serverlessConfig', 'memorySizeInMB'],
          },
        ],
        [EVERY_FIX['set-field']],
      ),
    ),
    finding('endpoint/concurrency-fits-quota', cannotTell(QUOTA_REFUSED)),
  ],
});

/** Ready, but two warnings failed. */
const forecast = target('forecast', 38, {
  outcome: 'ready',
  risks: 2,
  findings: [
    finding('identity/role-exists', pass(`${ROLE} exists`)),
    finding(
      'image/image-is-in-this-account-and-region',
      fail(
        'The image is in eu-west-1',
        [{ subject: EVERY_FIX['push-image'].from, observed: 'eu-west-1', expected: REGION, field: ['image'] }],
        [EVERY_FIX['push-image']],
      ),
    ),
    finding(
      'endpoint/concurrency-fits-quota',
      fail(
        '20 planned + 5 in use, 10 allowed',
        [
          {
            subject: { account: ACCOUNT, region: REGION, kind: 'service-quota', name: 'L-96300102' },
            observed: '20 planned + 5 in use',
            expected: 'at most 10 in all',
            field: ['serverlessConfig', 'maxConcurrency'],
          },
        ],
        [EVERY_FIX['request-quota']],
      ),
    ),
  ],
});

const KEY_REFUSED = unknown('access-denied', `kms:DescribeKey was refused for ${KEY} — grant it, or judge saved facts`, { actions: ['kms:DescribeKey'] });
const POLICIES_REFUSED = unknown('access-denied', `iam:ListRolePolicies was refused for ${ROLE} — grant it, or judge saved facts`, {
  actions: ['iam:ListRolePolicies', 'iam:GetRolePolicy'],
});
const AT_RUN_TIME = unknown('context', 'The bucket’s policy decides by the VPC endpoint of the request', { missing: ['aws:SourceVpce'] });

/** Undetermined: refused reads, a condition that only AWS can decide, and a broken rule. */
const search = target('search', 55, {
  outcome: 'undetermined',
  findings: [
    finding('identity/role-exists', pass(`${ROLE} exists`)),
    finding('encryption/key-exists', cannotTell(KEY_REFUSED)),
    finding('encryption/key-trusts-role', cannotTell(KEY_REFUSED), 'encryption/key-exists'),
    finding('identity/role-may-read-artifact', cannotTell(POLICIES_REFUSED, AT_RUN_TIME)),
    finding('identity/deployer-may-pass-role', {
      outcome: 'error',
      message: "Cannot read properties of undefined (reading 'text')",
      stack: 'TypeError: Cannot read properties of undefined\n    at judge (deployer-may-pass-role.ts:12:3)',
    }),
  ],
});

/** Undetermined: its description is not valid, and `--keep-going` was asked for. */
const legacy: TargetReport = {
  target: { name: 'legacy', scenario: 'serverless-endpoint', account: ACCOUNT, region: 'eu-west-1' },
  outcome: 'undetermined',
  risks: 0,
  findings: [],
  causes: [],
  invalid: 'sageready.yaml:72:7 serverlessConfig.memory: there is no such key — did you mean memorySizeInMB?',
};

/** Ready, without any remark. */
const ready = target('churn', 4, {
  outcome: 'ready',
  findings: [
    finding('identity/role-exists', pass(`${ROLE} exists`)),
    finding('endpoint/memory-size-is-offered', pass('2048 MB is offered')),
    finding('encryption/key-exists', notApplicable('the plan names no key')),
  ],
});

const reportOf = (targets: readonly TargetReport[], run: Partial<Report['run']> = {}): Report => ({
  schema: 'sageready/report/1',
  run: {
    tool: { name: 'sageready', version: '0.1.0' },
    time: '2026-11-21T09:55:21.000Z',
    caller: `arn:aws:sts::${ACCOUNT}:assumed-role/Developer/mara`,
    complete: true,
    failOn: 'error',
    strict: false,
    endpoints: [],
    notes: [],
    ...run,
  },
  rules: FIXTURE_RULES,
  targets,
  calls: {
    total: 42,
    calls: [
      { service: 'iam', operation: 'GetRole', region: REGION, outcome: 'absent', actions: ['iam:GetRole'] },
      { service: 'kms', operation: 'DescribeKey', region: REGION, outcome: 'access-denied', actions: ['kms:DescribeKey'] },
      { service: 's3', operation: 'HeadBucket', region: REGION, outcome: 'ok', actions: ['s3:ListBucket'] },
    ],
  },
});

/** A realistic run over five targets, one of each way that a judgement can end. */
export const fixtureReport = (run: Partial<Report['run']> = {}): Report => reportOf([churn, fraud, forecast, search, legacy], run);

/** One target that is not ready. */
export const notReadyReport = (): Report => reportOf([churn]);

/** One target that is ready. */
export const readyReport = (run: Partial<Report['run']> = {}): Report => reportOf([ready], run);

const PATH: NetworkTrace = {
  kind: 'network',
  question: 'Does subnet-1 reach S3?',
  verdict: 'stops',
  hops: [
    { stage: 'security-group-egress', from: 'sg-1', to: 'subnet-1', decidedBy: 'all traffic to 0.0.0.0/0', verdict: 'passes' },
    { stage: 'network-acl-return', from: 'acl-1', decidedBy: 'not read', verdict: 'unknown' },
    { stage: 'route', from: 'rtb-1', decidedBy: 'no route to the prefix list of S3', verdict: 'stops' },
  ],
  notes: ['A NAT gateway exists, and the route to it is a black hole.'],
};

/** A network of two subnets, one of which reaches S3. */
export const PICTURE: NetworkPicture = {
  vpc: { id: 'vpc-1', name: 'training', cidrs: ['10.0.0.0/16'] },
  subnets: [
    { id: 'subnet-1', zone: 'eu-west-1a', cidr: '10.0.1.0/24', freeAddresses: 12, routeTableId: 'rtb-1', networkAclId: 'acl-1' },
    { id: 'subnet-2', name: 'b', zone: 'eu-west-1b', cidr: '10.0.2.0/24', freeAddresses: 250, routeTableId: 'rtb-2', networkAclId: 'acl-1' },
  ],
  routeTables: [
    { id: 'rtb-1', main: true, routes: [{ destination: '10.0.0.0/16', target: 'local', state: 'active' }] },
    { id: 'rtb-2', main: false, routes: [{ destination: 'pl-6da54004 (S3)', target: 'vpce-1', state: 'active' }] },
  ],
  groups: [{ id: 'sg-1', name: 'jobs', egress: ['all traffic to 0.0.0.0/0'], ingress: [] }],
  ways: [{ id: 'vpce-1', kind: 'gateway-endpoint', label: 'com.amazonaws.eu-west-1.s3', state: 'available' }],
  paths: [
    { from: 'subnet-1', to: 'Amazon S3', verdict: 'stops', hops: PATH.hops },
    {
      from: 'subnet-2',
      to: 'Amazon S3',
      verdict: 'passes',
      hops: [
        { stage: 'security-group-egress', from: 'sg-1', to: 'subnet-2', decidedBy: 'all traffic to 0.0.0.0/0', verdict: 'passes' },
        { stage: 'route', from: 'rtb-2', to: 'vpce-1', decidedBy: 'pl-6da54004 → vpce-1', verdict: 'passes' },
        { stage: 'endpoint-policy', from: 'vpce-1', decidedBy: 'full access', verdict: 'passes' },
      ],
    },
  ],
};

const UNDECIDED: IamTrace = {
  ...NEAR_MISS,
  decision: 'Unknown',
  missing: ['aws:SourceVpce'],
  gates: [
    {
      gate: 'scp',
      label: 'Root',
      verdict: 'unknown',
      statements: [
        {
          statement: statementIn('scp', { policyArn: `arn:aws:organizations::${ACCOUNT}:policy/o-example/service_control_policy/p-example` }),
          effect: 'Allow',
          match: 'unknown',
          failed: [{ part: 'condition', outcome: 'unknown', detail: 'StringEquals aws:SourceVpce', policyValue: 'vpce-1', actual: 'known to AWS only' }],
        },
      ],
    },
  ],
};

/** Everything that a report may hold: every kind of fix, trace and run remark besides what `fixtureReport` has. */
export const fullReport = (): Report => {
  const traced = finding(
    'identity/role-may-read-artifact',
    fail(
      'everything at once',
      [
        { subject: ROLE, observed: 'undecided', field: ['serverlessConfig', 'unnamed'], trace: UNDECIDED },
        { subject: ROLE, observed: 'no way', trace: PATH },
      ],
      Object.values(EVERY_FIX),
    ),
  );
  const passing = finding('identity/role-exists', pass('seen', [{ subject: ROLE, observed: 'exists' }]));
  const report = fixtureReport({
    complete: false,
    strict: true,
    endpoints: ['s3: http://127.0.0.1:5000'],
    notes: ['The table of image registries is of 2026-09-01.'],
  });
  return { ...report, targets: [...report.targets, target('everything', 80, { outcome: 'not-ready', network: PICTURE, findings: [passing, traced] })] };
};
