import { defineRule } from '../../src/model/rule.ts';
import type { InferenceRecommenderTarget } from '../../src/model/target.ts';
import type { Evidence } from '../../src/model/verdict.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { jobInVpc, jobSubject } from '../../src/reason/recommendation.ts';

const ENDPOINT_TYPE = ['containerConfig', 'supportedEndpointType'];

type Planned = Pick<Evidence, 'observed'> & { readonly field: readonly (string | number)[] };

// An endpoint that is named has its kind; only what Inference Recommender chooses itself may be either.
const ofType = ({ containerConfig, endpointConfigurations = [], endpoints = [] }: InferenceRecommenderTarget): readonly Planned[] => {
  const type = containerConfig?.supportedEndpointType;
  if (type === undefined)
    return endpointConfigurations.length + endpoints.length > 0 ? [] : [{ observed: 'both kinds, since none is named', field: ENDPOINT_TYPE }];
  return type === 'RealTime' ? [] : [{ observed: type, field: ENDPOINT_TYPE }];
};

const serverlessOf = (target: InferenceRecommenderTarget): readonly Planned[] => [
  ...ofType(target),
  ...(target.endpointConfigurations ?? []).flatMap(({ serverlessConfig }, index) =>
    serverlessConfig === undefined ? [] : [{ observed: 'a serverless configuration', field: ['endpointConfigurations', index, 'serverlessConfig'] }],
  ),
];

export const endpointTypeSuitsVpc = defineRule({
  id: 'recommender/endpoint-type-suits-vpc',
  title: 'A job in a VPC tests no serverless endpoints',
  severity: 'warning',
  basis: 'inference',
  why: 'Serverless endpoints know no VPC, and a job that does not say RealTime recommends both kinds; what it does with the serverless ones in a VPC is not documented.',
  fix: 'Set SupportedEndpointType to RealTime, and name instance types only.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_RecommendationJobContainerConfig.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html',
  ],
  dependsOn: ['recommender/job-names-its-model', 'recommender/model-exists', 'registry/model-package-exists'],
  onlyBeforehand: true,
  appliesTo: jobInVpc,
  needs: () => ({}),
  judge: (_, target) => {
    const planned = serverlessOf(target);
    const evidence = planned.map((one) => ({ subject: jobSubject(target), expected: 'instances only', ...one }));
    if (!isNonEmpty(evidence)) return pass('instances only');
    const isOpen = planned.some(({ field }) => field === ENDPOINT_TYPE);
    return fail(
      'Serverless endpoints would be tested, which know no VPC',
      evidence,
      isOpen ? [{ kind: 'set-field', field: ENDPOINT_TYPE, value: 'RealTime', why: 'a job in a VPC can test instances only' }] : [],
    );
  },
});
