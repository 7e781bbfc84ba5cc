import { expect, test } from '@jest/globals';
import { lintText } from '../../../src/cli/text/policy-lint.ts';
import { errataIn } from '../../../src/reason/errata.ts';
import { correctPolicy } from '../../../src/reason/iam/validate/correct-policy.ts';
import { validatePolicy } from '../../../src/reason/iam/validate/validate-policy.ts';

const linted = (text: string): string => {
  const source = { kind: 'managed', name: 'p.json', text } as const;
  const corrected = correctPolicy(source);
  return lintText({
    ...{ file: 'p.json', kind: 'managed', problems: validatePolicy(source, 'authored'), known: errataIn(text) },
    mendable: corrected?.changes.length ?? 0,
    ...(corrected && { corrected: { ...corrected, left: validatePolicy({ ...source, text: corrected.text }, 'authored') } }),
  });
};

test('what is wrong, who prints it so, the mended document, and what is left in it', () => {
  expect(linted('{"Effect": "Allow", "Action": "s3:GetObject", "Resources": ["arn:aws:s3:<region>:<account>:bucket/*"]}')).toBe(`\
p.json:1:1: error: statements stand here without a policy around them: {"Version": "2012-10-17", "Statement": […]} [bare-statement]
p.json:1:47: error: a statement has no element "Resources"; did you mean "Resource"? [unknown-element]
p.json:1:61: error: the template is not filled in: <region>, <account> [placeholder]
p.json:1:61: error: this kind of s3 ARN carries no region; with one it matches nothing [arn-with-region] — arn:aws:s3:::bucket/*
p.json:1:61: error: this kind of s3 ARN carries no account; with one it matches nothing [arn-with-account] — arn:aws:s3:::bucket/*
p.json: 5 errors, 0 warnings, read as managed policy; 4 can be mended by rule: --fix

Printed so in public guides:

  Means    IAM’s grammar has no element of that name, so the document is refused, and the
           statement would have no resource at all.
  Instead  "Resource": […]
  Printed  https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-deploy.html

  Means    A bucket’s ARN has neither Region nor account, so this one matches no bucket and no
           object, whatever is filled in.
  Instead  for the bucket arn:aws:s3:::BUCKET, for its objects arn:aws:s3:::BUCKET/*
  Printed  https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-deploy.html

Mended by rule:

{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::bucket/*"]}]}
`);
});

test('a policy without fault has one line', () =>
  expect(linted('{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"}]}')).toBe(
    'p.json: no problem found, read as managed policy\n',
  ));
