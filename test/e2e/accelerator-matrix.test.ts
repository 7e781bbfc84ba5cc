import type { AcceleratorAccount } from '../support/accelerator-account.ts';
import { readyAcceleratorAccount } from '../support/accelerator-account.ts';
import { giveDeployer, withoutPurposes } from '../support/break-accelerator.ts';
import { createImage } from '../support/seed.ts';
import type { Matrix } from './matrix.ts';
import { describeMatrixOf } from './matrix.ts';

const GB = 1024 ** 3;
const REGISTRY = '763104351884.dkr.ecr.us-east-1.amazonaws.com';

const POLICY = { 'accelerator/role-has-documented-policy': 'fail' } as const;
const CONNECT = { 'accelerator/role-may-connect': 'fail', ...POLICY } as const;
const denyTypes = (types: string) => ({
  Effect: 'Deny' as const,
  Action: 'sagemaker:CreateEndpointConfig',
  Resource: '*',
  Condition: { 'ForAnyValue:StringLike': { 'sagemaker:AcceleratorTypes': types } },
});

const failing: Matrix<AcceleratorAccount>['failing'] = {
  'the service has ended': {
    mutate: async () => ({ legacyAudit: false }),
    changes: { 'accelerator/accelerators-are-offered': 'fail' },
  },
  'an accelerator type that there is not': {
    mutate: async () => ({ acceleratorType: 'ml.eia3.medium' }),
    changes: { 'accelerator/type-is-known': 'fail', 'accelerator/artifact-fits-accelerator': 'not-applicable' },
  },
  'a model larger than the accelerator’s memory': {
    mutate: async ({ target }, { proxy }) => void proxy.setSize(target.modelDataUrl, 3 * GB),
    changes: { 'accelerator/artifact-fits-accelerator': 'fail' },
  },
  'an image of AWS’s without Elastic Inference': {
    mutate: async (_, { proxy }) => {
      proxy.publishImage(`${REGISTRY}/pytorch-inference:2.6.0-cpu-py312`);
      return { image: `${REGISTRY}/pytorch-inference:2.6.0-cpu-py312` };
    },
    changes: { 'accelerator/image-is-built-for-accelerators': 'fail' },
  },
  'the role may not connect': { mutate: (account) => withoutPurposes(account, ['connect']), changes: CONNECT },
  'the role may not describe endpoints': { mutate: (account) => withoutPurposes(account, ['describeEndpoints']), changes: CONNECT },
  'the role may not set alarms': {
    mutate: (account) => withoutPurposes(account, ['watch'], { Effect: 'Allow', Action: 'cloudwatch:PutMetricData', Resource: '*' }),
    changes: POLICY,
  },
  'the role may not scale': { mutate: (account) => withoutPurposes(account, ['scale']), changes: POLICY },
  'the role may pass roles to another service only': {
    mutate: (account) =>
      withoutPurposes(account, ['pass'], {
        Effect: 'Allow',
        Action: 'iam:PassRole',
        Resource: '*',
        Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
      }),
    changes: POLICY,
  },
  'accelerators of the second generation are denied': {
    mutate: (account) => giveDeployer(account, denyTypes('ml.eia2.*')),
    changes: { 'identity/deployer-may-create-endpoint-config': 'fail' },
  },
};

const harmless: Matrix<AcceleratorAccount>['harmless'] = {
  'an administrator for a role': (account) => withoutPurposes(account, ['connect', 'host', 'scale', 'watch'], { Effect: 'Allow', Action: '*', Resource: '*' }),
  'a deny for accelerators of the first generation': (account) => giveDeployer(account, denyTypes('ml.eia1.*')),
  'a larger accelerator': async () => ({ acceleratorType: 'ml.eia2.xlarge' }),
  'an image of one’s own': async (account) => ({ image: await createImage(account, 'captions', '1.5.1') }),
};

describeMatrixOf(readyAcceleratorAccount, { failing, harmless });
