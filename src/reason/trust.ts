import type { Role } from '../model/facts/iam.ts';
import type { Fix } from '../model/fix.ts';
import type { PolicySource, PolicyStatement } from '../model/policy.ts';
import type { Target } from '../model/target.ts';
import type { IamTrace } from '../model/trace.ts';
import { partitionOf } from './arn.ts';
import { evaluate } from './iam/evaluate.ts';
import { compileGlob } from './iam/glob.ts';
import type { EvalResult } from './iam/types.ts';
import { ANY_NAME } from './permission/stand-in.ts';

/** The service principal of SageMaker, the same in every partition. Source: https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html */
export const SAGEMAKER = 'sagemaker.amazonaws.com';

/** The statement by which a role lets SageMaker assume it. */
export const sagemakerTrust: PolicyStatement = { Effect: 'Allow', Principal: { Service: SAGEMAKER }, Action: 'sts:AssumeRole' };

const LIMITED = /aws:source(?:account|arn)/i;

/** A statement that keeps the limits of the one it stands beside: a role that trusts for one account only goes on doing so. */
const statementFor = ({ account, trust }: Role): PolicyStatement =>
  LIMITED.test(trust.text) ? { ...sagemakerTrust, Condition: { StringEquals: { 'aws:SourceAccount': account } } } : sagemakerTrust;

/** What mends a trust policy: narrowing the denial where there is one, else a statement for SageMaker. */
export const trustFix = (role: Role, { repair }: IamTrace): Fix =>
  repair?.change === 'amend-denial'
    ? { kind: 'amend-denial', statement: repair.statement, holder: role.arn, why: repair.why }
    : { kind: 'trust-service', roleArn: role.arn, statement: statementFor(role) };

/** SageMaker's question on behalf of one source: may it assume the role? */
export interface TrustAnswer {
  /** What SageMaker would name as `aws:SourceArn`. */
  readonly sourceArn: string;
  /** Whether it is known as a whole; else a stand-in was asked for the name that the plan leaves out. */
  readonly named: boolean;
  readonly result: EvalResult;
}

const assumedFor = ({ arn, account, trust }: Role, { region }: Target, sourceArn: string): EvalResult =>
  evaluate(
    {
      principal: { type: 'service', name: SAGEMAKER },
      action: 'sts:AssumeRole',
      resource: arn,
      resourceAccount: account,
      context: {
        'aws:SourceAccount': account,
        'aws:SourceArn': sourceArn,
        'aws:PrincipalIsAWSService': 'true',
        'aws:PrincipalServiceName': SAGEMAKER,
        'aws:RequestedRegion': region,
      },
      unlisted: 'unknown',
    },
    { identity: [], scpLevels: [], rcpLevels: [], resource: trust },
  );

const accountArn = ({ region }: Target, { account }: Role): string => `arn:${partitionOf(region)}:sagemaker:${region}:${account}`;

/** What SageMaker may name as its source, below the account's ARN. `named`: a stand-in takes no place in it. */
interface Source {
  readonly resource: string;
  readonly named: boolean;
}

const ofName = (type: string, name: string | undefined): Source => ({ resource: `${type}/${name ?? ANY_NAME}`, named: name !== undefined });

/**
 * For inference and Studio SageMaker names no resource: the asterisk is part of the ARN and stands for nothing else. A training job is named by its own ARN.
 * Source: https://docs.aws.amazon.com/sagemaker/latest/dg/security-confused-deputy-prevention.html
 */
const WITHOUT_RESOURCE: Source = { resource: '*', named: true };

/** SageMaker writes ARNs of jobs in small letters, whatever the job's name; whether so here as well, no page says. */
const spellingsOf = (name: string | undefined): readonly (string | undefined)[] => [...new Set([name, name?.toLowerCase()])];

// Of Inference Recommender the page says nothing: it may come as the job, or as the endpoints that it makes.
const sourcesOf = (target: Target): readonly Source[] => {
  if (target.trainingJob !== undefined) return spellingsOf(target.trainingJob.trainingJobName).map((name) => ofName('training-job', name));
  return target.scenario === 'inference-recommender-vpc' ? [ofName('inference-recommendations-job', target.jobName), WITHOUT_RESOURCE] : [WITHOUT_RESOURCE];
};

/** Asks for each source that SageMaker may name where it takes on the role for this plan. */
export const trustAnswers = (role: Role, target: Target): readonly TrustAnswer[] =>
  sourcesOf(target).map(({ resource, named }) => {
    const sourceArn = `${accountArn(target, role)}:${resource}`;
    return { sourceArn, named, result: assumedFor(role, target, sourceArn) };
  });

const valuesUnder = (node: unknown, key: string): readonly string[] => {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) => (name.toLowerCase() === key ? [value].flat().map(String) : valuesUnder(value, key)));
};

const documentOf = ({ text }: PolicySource): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const HEAD_FIELDS = 5;

/** Whether some `aws:SourceArn` of the trust policy names a SageMaker resource of this account and Region. */
export const namesSomeResourceHere = (role: Role, target: Target): boolean => {
  const here = accountArn(target, role).split(':');
  return valuesUnder(documentOf(role.trust), 'aws:sourcearn').some((pattern) => {
    const head = pattern.split(':').slice(0, HEAD_FIELDS);
    return head.length === HEAD_FIELDS && head.every((field, index) => compileGlob(field).matches(here[index] ?? ''));
  });
};
