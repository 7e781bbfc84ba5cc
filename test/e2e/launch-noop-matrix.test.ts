import { readyLaunchAccount } from '../support/launch-account.ts';
import type { LaunchMutate, LaunchMutation } from './launch-mutations.ts';
import { agentWithout, failing, jobsWithout, notJudged, planned, queued } from './launch-mutations.ts';
import { describeMatrixOf } from './matrix.ts';

const OF_IMAGE = ['image/image-is-no-manifest-list', 'image/image-is-not-archived', 'image/image-media-type-is-accepted', 'image/image-tag-is-fixed'] as const;
const OF_REGISTRY = ['identity/role-may-pull-image', 'image/repository-exists', 'image/image-exists', ...OF_IMAGE] as const;

const FAILING: Readonly<Record<string, LaunchMutation>> = {
  'the queue names no image': {
    mutate: async (account, stage) => ({
      ...(await planned({ image: undefined })(account, stage)),
      ...(await queued({ trainingImage: undefined, trainingInputMode: undefined, hasAlgorithmSpecification: false })(account, stage)),
    }),
    changes: {
      'launch/somebody-makes-the-image': 'fail',
      ...notJudged('launch/algorithm-names-input-mode', 'image/image-is-in-this-region', ...OF_REGISTRY),
    },
  },
  'the image is not there': {
    mutate: async ({ repository }) => ({ image: `${repository}:gone` }),
    changes: { 'image/image-exists': 'fail', ...notJudged(...OF_IMAGE) },
  },
  'the image is of Docker’s own registry': {
    mutate: planned({ image: 'pytorch/pytorch:2.4.0' }),
    changes: { 'image/image-is-in-this-region': 'fail', ...notJudged(...OF_REGISTRY) },
  },
  'the image has no input mode': failing(queued({ trainingInputMode: undefined }), 'launch/algorithm-names-input-mode'),
  'the jobs’ role may not pull': failing(jobsWithout('pull'), 'identity/role-may-pull-image'),
};

const HARMLESS: Readonly<Record<string, LaunchMutate>> = {
  'an agent that may not push': agentWithout('push'),
  'an agent that gets no token': agentWithout('token'),
  'an agent that may not read the bucket of contexts': agentWithout('contexts'),
};

describeMatrixOf((stage) => readyLaunchAccount(stage, 'noop'), { failing: FAILING, harmless: HARMLESS });
