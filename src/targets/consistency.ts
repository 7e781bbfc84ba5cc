import { parseArn, partitionOf } from '../reason/arn.ts';
import { regionCode } from './formats.ts';
import type { Issue } from './issue.ts';
import { quoted } from './words.ts';

type Raw = Readonly<Record<string, unknown>>;

const ARN_FIELDS = ['executionRoleArn', 'deployer', 'kmsKeyId'] as const;

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

/** What contradicts itself across the keys of a target, or of `defaults`, whatever else is wrong with them. */
export const contradictions = (raw: Raw): readonly Issue[] => [...ARN_FIELDS.flatMap((field) => partitionIssue(raw, field)), ...deployerAccountIssue(raw)];
