import { SHARED_MESSAGES } from '../../src/data/messages.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { existingPlatform, rebuilding, withDeepEcrImage } from '../../src/reason/images.ts';

export const imageArchitectureIsAmd64 = defineRule({
  id: 'image/image-architecture-is-amd64',
  title: 'The image is built for amd64',
  severity: 'warning',
  basis: 'inference',
  why: 'An image for another architecture starts nowhere: the endpoint fails after many minutes, and speaks of the ping health check only.',
  fix: 'Build with --platform linux/amd64.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints-troubleshooting.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html',
  ],
  predicts: [SHARED_MESSAGES.noPing, 'exec format error'],
  dependsOn: ['image/image-exists'],
  appliesTo: withDeepEcrImage,
  needs: (target) => ({ platform: existingPlatform(target) }),
  judge: ({ platform: { value } }, target) => {
    const observed = `${value.os}/${value.architecture}`;
    if (observed === 'linux/amd64') return pass(observed);
    const evidence = { subject: target.image, observed, expected: 'linux/amd64', field: ['image'] };
    return fail('The image is for another platform', [evidence], rebuilding(target, 'for linux/amd64'));
  },
});
