import type { Erratum } from './erratum.ts';

const AGENT = 'https://docs.wandb.ai/platform/launch/setup-launch-sagemaker';
const AGENT_ADVANCED = 'https://docs.wandb.ai/platform/launch/setup-agent-advanced';
const RECOMMENDER = 'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-vpc-access.html';

/** Mistakes in printed configurations and requests. */
export const CONFIGURATION_ERRATA: readonly Erratum[] = [
  {
    id: 'registry-given-as-arn',
    signs: [/\buri["']?\s*[:=]?\s*["']?(?:arn:aws[\w-]*:ecr:|<[\w-]*ecr[\w-]*arn>)/i],
    means: 'The Launch agent reads an image’s address there and refuses an ARN.',
    instead: 'uri: ACCOUNT.dkr.ecr.REGION.amazonaws.com/REPOSITORY',
    page: AGENT,
  },
  {
    id: 'registry-without-dkr',
    signs: [/(?:\b\d{12}|<[\w-]*account[\w-]*>)\.ecr\.(?:[\w-]+|<[\w-]+>)\.amazonaws\.com/i],
    means: 'ECR’s registries have “dkr” in their name; without it the name resolves to no registry.',
    instead: 'ACCOUNT.dkr.ecr.REGION.amazonaws.com/REPOSITORY',
    page: AGENT_ADVANCED,
  },
  {
    id: 'recommender-vpc-parameter',
    signs: [/RecommendationJobVpcConfig/],
    means: 'That is the name of the type in the API; the request’s field has another name, so the SDK refuses the request.',
    instead: 'InputConfig.VpcConfig of CreateInferenceRecommendationsJob',
    page: RECOMMENDER,
  },
];
