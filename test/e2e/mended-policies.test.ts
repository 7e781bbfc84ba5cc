import { CreatePolicyCommand } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { correctPolicy } from '../../src/reason/iam/validate/correct-policy.ts';
import { openSite } from '../support/account.ts';
import { PRINTED_POLICIES } from '../support/printed-mistakes.ts';
import type { Site } from '../support/seed.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';

let stage: Stage;
let site: Site;
beforeAll(async () => {
  stage = await startStage();
  site = await openSite(stage, {});
}, 60_000);
afterAll(() => stage?.stop());

/** What the reader fills in. */
const filled = (text: string): string =>
  text
    .replaceAll(/<region>/gi, 'us-east-1')
    .replaceAll(/<account(?:-id)?>/gi, '123456789012')
    .replaceAll(/<[^<>"]*arn[^<>"]*>/gi, '*');

let number = 0;
/** What IAM says of a policy: `taken`, or the name of its refusal. moto reads policies by IAM's grammar, with code of its own. */
const answerTo = async (text: string): Promise<string> => {
  number += 1;
  return site.admin.iam.send(new CreatePolicyCommand({ PolicyName: `Printed${number}`, PolicyDocument: text })).then(
    () => 'taken',
    ({ name }: Error) => name,
  );
};

const mended = (text: string): string => correctPolicy({ kind: 'managed', name: 'p', text })?.text ?? text;

describe('policies that guides print, given to IAM', () => {
  test.each(PRINTED_POLICIES)('$errata of $page: mended and filled in, it is taken', async ({ text }) => {
    expect(await answerTo(filled(mended(text)))).toBe('taken');
  });
  test.each(PRINTED_POLICIES.filter(({ errata }) => errata.includes('resources-for-resource')))('$errata: as printed, it is refused', async ({ text }) => {
    expect(await answerTo(filled(text))).toMatch(/^MalformedPolicyDocument/);
  });
  test.each([
    `{'Version': '2012-10-17', 'Statement': {'Effect': 'Allow', 'Action': 's3:GetObject', 'Resource': arn:aws:s3:::models/*}} // pasted`,
    '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}, {"Effect": "Deny", "Action": "s3:PutObject", "Resource": "*"}}',
    '{"Effect": "allow", "Action": ["ecr:GetAuthorizationToken" "ecr:BatchGetImage"], "Resource": "arn:aws:ecr:us-east-1:123456789012:repository/churn"',
  ])('what is nearly JSON is refused, and taken when it is mended: %s', async (text) => {
    expect(await answerTo(text)).toMatch(/^MalformedPolicyDocument/);
    expect(await answerTo(mended(text))).toBe('taken');
  });
});
