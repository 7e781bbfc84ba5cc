import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { withArtifact } from '../../src/reason/applicability.ts';
import { bucketArn } from '../../src/reason/references.ts';
import { existingBucket } from '../../src/reason/requests.ts';

export const bucketBelongsToThisAccount = defineRule({
  id: 'artifact/bucket-belongs-to-this-account',
  title: 'The bucket of the model artifact belongs to this account',
  severity: 'warning',
  basis: 'inference',
  why: 'Who owns the bucket decides what stays in it: its policy and its key must keep letting the role in, the object may belong to a third account, and its owner may delete it while the endpoint runs.',
  fix: 'Copy the artifact into a bucket of this account, or agree with the owner that it stays readable.',
  docs: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-owner-condition.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html',
  ],
  dependsOn: ['artifact/bucket-exists'],
  appliesTo: withArtifact,
  needs: (target) => ({ bucket: existingBucket(target) }),
  judge: ({ bucket: { value } }, { account, region, modelDataUrl }) => {
    if (value.owner === 'this-account') return pass(`${value.name} belongs to ${account}`);
    const evidence = { subject: bucketArn(value.name, region), observed: 'another account’s bucket', expected: `owned by ${account}`, field: ['modelDataUrl'] };
    return fail('The bucket belongs to another account', [evidence], [{ kind: 'copy-artifact', from: modelDataUrl, region, account }]);
  },
});
