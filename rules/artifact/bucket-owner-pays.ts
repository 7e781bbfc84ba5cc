import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { withArtifact } from '../../src/reason/applicability.ts';
import { bucketArn } from '../../src/reason/references.ts';
import { artifactLocation, payerOfOthers } from '../../src/reason/requests.ts';

export const bucketOwnerPays = defineRule({
  id: 'artifact/bucket-owner-pays',
  title: 'Whoever reads the model artifact need not agree to pay for it',
  severity: 'warning',
  basis: 'inference',
  why: 'A requester pays bucket refuses readers of other accounts who do not say that they pay, and SageMaker is not documented to say so.',
  fix: 'Copy the artifact into a bucket of this account, or ask the owner to pay for requests.',
  docs: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/RequesterPaysBuckets.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html',
  ],
  predicts: ['Failed to download model data for container'],
  dependsOn: ['artifact/bucket-exists'],
  appliesTo: withArtifact,
  needs: (target) => ({ payer: payerOfOthers(target, artifactLocation(target)?.bucket ?? '') }),
  judge: ({ payer }, target) => {
    if (payer.state === 'absent') return pass('the bucket is this account’s own, so nobody is asked');
    if (payer.value.payer !== 'Requester') return pass(`${payer.value.payer} pays`);
    const { account, region, modelDataUrl } = target;
    const subject = bucketArn(artifactLocation(target)?.bucket ?? '', region);
    const evidence = { subject, observed: 'requester pays, and another account owns it', expected: 'the owner pays', field: ['modelDataUrl'] };
    return fail('The bucket makes readers pay', [evidence], [{ kind: 'copy-artifact', from: modelDataUrl, region, account }]);
  },
});
