import type { ScenarioId } from '../model/target.ts';
import { parseArn, partitionOf } from '../reason/arn.ts';
import { fieldAt } from './fields.ts';
import { regionCode } from './formats.ts';
import type { Issue } from './issue.ts';
import { quoted } from './words.ts';

type Raw = Readonly<Record<string, unknown>>;

const ARN_FIELDS = [
  'assumeRole',
  'executionRoleArn',
  'deployer',
  'agentRoleArn',
  'kmsKeyId',
  'volumeKmsKeyId',
  'outputKmsKeyId',
  'modelPackageName',
  'hub',
] as const;

const arnIn = (raw: Raw, field: string) => {
  const value = Object.hasOwn(raw, field) ? raw[field] : undefined;
  return typeof value === 'string' ? parseArn(value) : undefined;
};

const partitionIssue = (raw: Raw, field: (typeof ARN_FIELDS)[number]): readonly Issue[] => {
  const { region } = raw;
  const partition = arnIn(raw, field)?.partition;
  if (partition === undefined || typeof region !== 'string' || regionCode.fault(region) !== undefined) return [];
  const wanted = partitionOf(region);
  if (partition === wanted) return [];
  return [
    {
      path: [field],
      message: `is of partition ${quoted(partition)}, but Region ${region} is of partition ${wanted} — no call crosses partitions`,
      expected: `an ARN that begins with arn:${wanted}:`,
    },
  ];
};

const plannedAccount = (raw: Raw): string | undefined => {
  const planned = typeof raw['account'] === 'number' ? String(raw['account']) : raw['account'];
  return typeof planned === 'string' && /^\d{12}$/.test(planned) ? planned : undefined;
};

/** Whoever calls SageMaker calls it in its own account: a deployer of another one contradicts the plan. */
const deployerAccountIssue = (raw: Raw, field: 'deployer' | 'agentRoleArn'): readonly Issue[] => {
  const account = arnIn(raw, field)?.account;
  const planned = plannedAccount(raw);
  if (!account || planned === undefined || account === planned) return [];
  return [{ path: [field], message: `belongs to account ${quoted(account)}, the deployment to ${planned} — name the role that will deploy in ${planned}` }];
};

/** The account whose role is taken on is the one that is read. */
const assumedAccountIssue = (raw: Raw): readonly Issue[] => {
  const account = arnIn(raw, 'assumeRole')?.account;
  const planned = plannedAccount(raw);
  if (!account || planned === undefined || account === planned) return [];
  return [{ path: ['assumeRole'], message: `is a role of account ${quoted(account)}, the deployment is for ${planned} — name a role of ${planned}` }];
};

/** Whoever reads through a role is not in the deployment's account as themselves, so that `me` would judge the role that only reads. */
const assumedDeployerIssue = (raw: Raw): readonly Issue[] =>
  (['deployer', 'agentRoleArn'] as const)
    .filter((field) => raw['assumeRole'] !== undefined && raw[field] === 'me')
    .map((field) => ({ path: [field], message: 'is `me`, but the account is read through assumeRole — name the role or user that will deploy' }));

const externalIdIssue = (raw: Raw): readonly Issue[] =>
  raw['externalId'] !== undefined && raw['assumeRole'] === undefined
    ? [{ path: ['externalId'], message: 'is told to no role — name the role to take on with assumeRole' }]
    : [];

const isMap = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

const completionIssue = ({ completeFrom }: Raw): readonly Issue[] => {
  if (!isMap(completeFrom)) return [];
  const named = ['endpoint', 'model'].filter((key) => Object.hasOwn(completeFrom, key));
  if (named.length === 1 || (named.length === 0 && Object.keys(completeFrom).length > 0)) return [];
  const message = named.length === 0 ? 'names nothing' : 'names two things — an endpoint leads to its model by itself';
  return [{ path: ['completeFrom'], message, expected: 'endpoint: <name> or model: <name>' }];
};

const versionIssue = (raw: Raw): readonly Issue[] =>
  raw['modelVersion'] !== undefined && raw['modelId'] === undefined
    ? [{ path: ['modelVersion'], message: 'is the version of no model — name the model with modelId' }]
    : [];

const omission = (raw: Raw, field: string, remedy = ''): readonly Issue[] => {
  if (Object.hasOwn(raw, field)) return [];
  const expected = fieldAt([field])?.expected;
  return [{ path: [field], message: `is missing${remedy}`, ...(expected !== undefined && { expected }) }];
};

const names = (raw: Raw, ...fields: readonly string[]): boolean => fields.some((field) => Object.hasOwn(raw, field));

const serverlessOmissions = (raw: Raw): readonly Issue[] => {
  if (raw['completeFrom'] !== undefined) return [];
  const image = names(raw, 'modelPackageName') ? [] : omission(raw, 'image');
  return [...omission(raw, 'executionRoleArn'), ...image, ...omission(raw, 'serverlessConfig')];
};

const acceleratedOmissions = (raw: Raw): readonly Issue[] =>
  names(raw, 'interfaceEndpoint')
    ? []
    : [
        ...omission(raw, 'executionRoleArn'),
        ...(names(raw, 'modelPackageName') ? [] : omission(raw, 'image')),
        ...omission(raw, 'instanceType'),
        ...omission(raw, 'acceleratorType'),
      ];

const SUBNETS_AND_GROUPS = 'a map with subnets and securityGroupIds';

const recommenderOmissions = (raw: Raw): readonly Issue[] => [
  ...omission(raw, 'executionRoleArn'),
  ...(names(raw, 'modelPackageName', 'modelName')
    ? []
    : omission(raw, 'modelPackageName', ', and so is modelName — name the version of a model package, or a model that exists with its containerConfig')),
  ...(names(raw, 'vpcConfig') ? [] : [{ path: ['vpcConfig'], message: 'is missing, and this scenario judges jobs in a VPC', expected: SUBNETS_AND_GROUPS }]),
];

/** A domain, user profile or space that exists, of which no plan is known. */
const isIdentityAlone = (raw: Raw): boolean => raw['existing'] === true && names(raw, 'studio');

const jumpStartOmissions = (raw: Raw): readonly Issue[] => [
  ...(names(raw, 'studio') ? [] : omission(raw, 'executionRoleArn', ', and so is studio — name the role, or the Studio domain whose default role is passed')),
  ...(names(raw, 'modelId', 'image') || isIdentityAlone(raw) ? [] : omission(raw, 'modelId', ', and so is image — name the model, or its image and artifact')),
];

const scenarioOmissions = (scenario: ScenarioId, raw: Raw): readonly Issue[] => {
  switch (scenario) {
    case 'serverless-endpoint':
      return serverlessOmissions(raw);
    case 'elastic-inference':
      return acceleratedOmissions(raw);
    case 'inference-recommender-vpc':
      return recommenderOmissions(raw);
    case 'jumpstart-model':
      return jumpStartOmissions(raw);
    // Its schema demands all that it must say; the rest stands in its documents.
    case 'wandb-launch-queue':
      return [];
    default:
      return scenario satisfies never;
  }
};

/** What a plan must say that names nothing to read it from (a model package says the image), and what only a whole target shows: a part may stand in `defaults`. */
export const omissions = (scenario: ScenarioId, raw: Raw): readonly Issue[] => [
  ...scenarioOmissions(scenario, raw),
  ...assumedDeployerIssue(raw),
  ...externalIdIssue(raw),
];

/** What contradicts itself across the keys of a target, or of `defaults`, whatever else is wrong with them. */
export const contradictions = (raw: Raw): readonly Issue[] => [
  ...ARN_FIELDS.flatMap((field) => partitionIssue(raw, field)),
  ...deployerAccountIssue(raw, 'deployer'),
  ...deployerAccountIssue(raw, 'agentRoleArn'),
  ...assumedAccountIssue(raw),
  ...completionIssue(raw),
  ...versionIssue(raw),
];
