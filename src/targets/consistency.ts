import { parseArn, partitionOf } from '../reason/arn.ts';
import { fieldAt } from './fields.ts';
import { regionCode } from './formats.ts';
import type { Issue } from './issue.ts';
import { quoted } from './words.ts';

type Raw = Readonly<Record<string, unknown>>;

const ARN_FIELDS = ['executionRoleArn', 'deployer', 'kmsKeyId', 'modelPackageName'] as const;

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

/** Whoever calls SageMaker calls it in its own account: a deployer of another one contradicts the plan. */
const deployerAccountIssue = (raw: Raw): readonly Issue[] => {
  const account = arnIn(raw, 'deployer')?.account;
  const planned = typeof raw['account'] === 'number' ? String(raw['account']) : raw['account'];
  if (!account || typeof planned !== 'string' || !/^\d{12}$/.test(planned) || account === planned) return [];
  return [
    { path: ['deployer'], message: `belongs to account ${quoted(account)}, the deployment to ${planned} — name the role that will deploy in ${planned}` },
  ];
};

const isMap = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

const completionIssue = ({ completeFrom }: Raw): readonly Issue[] => {
  if (!isMap(completeFrom)) return [];
  const named = ['endpoint', 'model'].filter((key) => Object.hasOwn(completeFrom, key));
  if (named.length === 1 || (named.length === 0 && Object.keys(completeFrom).length > 0)) return [];
  const message = named.length === 0 ? 'names nothing' : 'names two things — an endpoint leads to its model by itself';
  return [{ path: ['completeFrom'], message, expected: 'endpoint: <name> or model: <name>' }];
};

const isCompleted = (raw: Raw): boolean => raw['completeFrom'] !== undefined;

const omission = (raw: Raw, field: 'executionRoleArn' | 'image' | 'serverlessConfig'): readonly Issue[] => {
  if (Object.hasOwn(raw, field)) return [];
  const expected = fieldAt([field])?.expected;
  return [{ path: [field], message: 'is missing', ...(expected !== undefined && { expected }) }];
};

/** What a plan must say that names nothing to read it from. A model package says the image. */
export const omissions = (raw: Raw): readonly Issue[] => {
  if (isCompleted(raw)) return [];
  const image = Object.hasOwn(raw, 'modelPackageName') ? [] : omission(raw, 'image');
  return [...omission(raw, 'executionRoleArn'), ...image, ...omission(raw, 'serverlessConfig')];
};

/** What contradicts itself across the keys of a target, or of `defaults`, whatever else is wrong with them. */
export const contradictions = (raw: Raw): readonly Issue[] => [
  ...ARN_FIELDS.flatMap((field) => partitionIssue(raw, field)),
  ...deployerAccountIssue(raw),
  ...completionIssue(raw),
];
