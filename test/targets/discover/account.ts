import type { Fact, FactKind, Reading } from '../../../src/model/fact.ts';
import { absent, present, unknown } from '../../../src/model/fact.ts';
import type { Container, EndpointConfig, Model, Variant } from '../../../src/model/facts/sagemaker.ts';
import type { Discovery, Scope } from '../../../src/targets/discover/discover.ts';
import { discover } from '../../../src/targets/discover/discover.ts';
import { ACCOUNT, REGION, ROLE } from '../../support/targets.ts';

/** What AWS would answer: listings and jobs by operation, facts by kind and name. */
export interface Answers {
  readonly calls?: Readonly<Record<string, Reading<unknown> | ((input: never) => Reading<unknown>)>>;
  readonly facts?: Readonly<Record<string, Fact>>;
}

export const IMAGE = `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/churn:1.4`;
export const REFUSED = unknown('access-denied', 'refused for the test', { actions: ['test:Refused'] });

const LISTINGS = [
  'sagemaker:ListEndpoints',
  'sagemaker:ListModels',
  'sagemaker:ListTrainingJobs',
  'sagemaker:ListInferenceRecommendationsJobs',
  'sagemaker:ListDomains',
  'sagemaker:ListUserProfiles',
  'sagemaker:ListSpaces',
  'iam:ListRoles',
  'ec2:DescribeVpcEndpoints',
];
const EMPTY: Answers['calls'] = Object.fromEntries(LISTINGS.map((name) => [name, present([])]));

const arn = (type: string, name: string): string => `arn:aws:sagemaker:${REGION}:${ACCOUNT}:${type}/${name}`;

/** A listing of endpoints of these names. */
export const endpointsNamed = (...names: readonly string[]) => present(names.map((EndpointName) => ({ EndpointName })));

/** Facts of an endpoint with its configuration, both of one name. */
export const endpoint = (
  name: string,
  variants: readonly Variant[],
  { status = 'InService', ...config }: Partial<EndpointConfig> & { readonly status?: string } = {},
): NonNullable<Answers['facts']> => ({
  [`sagemaker.endpoint ${name}`]: present({ arn: arn('endpoint', name), name, status, configName: name }) as Fact,
  [`sagemaker.endpointConfig ${name}`]: present({
    ...{ arn: arn('endpoint-config', name), name, variants, shadowVariants: [], dataCapture: false, asyncInference: false },
    ...{ enableNetworkIsolation: false, inVpc: false, ...config },
  }) as Fact,
});

/** Facts of a model. */
export const model = (name: string, containers: readonly Container[] = [{ image: IMAGE }], more: Partial<Model> = {}): NonNullable<Answers['facts']> => ({
  [`sagemaker.model ${name}`]: present({ arn: arn('model', name), name, executionRoleArn: ROLE, containers, enableNetworkIsolation: false, ...more }) as Fact,
});

const NAMING = ['endpointName', 'endpointConfigName', 'modelName', 'modelPackageName'];

/** Looks through an account that answers so; everything else is empty, and no fact is there. */
export const lookThrough = async (
  { calls = {}, facts = {} }: Answers,
  scope: Partial<Scope> = {},
): Promise<Discovery & { readonly asked: readonly string[] }> => {
  const asked: string[] = [];
  const found = await discover(
    {
      account: ACCOUNT,
      regions: [REGION],
      shared: {},
      scenarios: ['serverless-endpoint', 'elastic-inference', 'jumpstart-model', 'inference-recommender-vpc'],
      createdAfter: '2026-10-22T00:00:00.000Z',
      ...scope,
    },
    {
      call: async ({ name }, region, input) => {
        asked.push(`${name} ${region}`);
        const answer = { ...EMPTY, ...calls }[name] ?? absent;
        return (typeof answer === 'function' ? answer(input as never) : answer) as never;
      },
      fact: async (kind: FactKind, params) => {
        asked.push(kind);
        return facts[`${kind} ${NAMING.map((key) => params[key] ?? '').join('')}`] ?? (absent as Fact);
      },
    },
  );
  return { ...found, asked };
};
