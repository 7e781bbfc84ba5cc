import { imageIsNotVpcRestricted } from '../../../rules/recommender/image-is-not-vpc-restricted.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { policy, role } from '../../support/facts.ts';
import { lacking } from '../../support/recommender.ts';
import { testRule } from '../../support/rule.ts';
import { ACCOUNT, REGION, ROLE, recommender, serverless } from '../../support/targets.ts';

const plain = { role: present(role()), time: present('2026-11-21T12:00:00Z'), policy: absent, organization: absent } as const;
const withPolicy = (statement: object) => ({ ...plain, policy: present(policy('repository', statement as never)) });
const deny = (condition?: object) => ({ Effect: 'Deny', Principal: '*', Action: 'ecr:*', ...(condition && { Condition: condition }) });

testRule(imageIsNotVpcRestricted, {
  target: recommender(),
  pass: {
    'no policy': plain,
    'a policy for others': withPolicy({ Effect: 'Allow', Principal: { AWS: '999999999999' }, Action: 'ecr:*' }),
    'a deny of which the role is excepted': withPolicy(deny({ StringNotEquals: { 'aws:SourceVpce': 'vpce-1' }, ArnNotEquals: { 'aws:PrincipalArn': ROLE } })),
    'a deny for everybody, which is no matter of a VPC': withPolicy(deny()),
  },
  fail: {
    'a deny unless it comes through an endpoint': withPolicy(deny({ StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } })),
    'a deny of one action': withPolicy({ ...deny({ StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } }), Action: 'ecr:GetDownloadUrlForLayer' }),
    'another account’s repository, which lets in a VPC only': {
      target: recommender({ image: `111122223333.dkr.ecr.${REGION}.amazonaws.com/churn:1.4` }),
      ...withPolicy({
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
        Action: 'ecr:*',
        Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } },
      }),
    },
  },
  cannotTell: { 'a deny by address': withPolicy(deny({ NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } })) },
  notApplicable: {
    'a serverless endpoint': { target: serverless() },
    'an image of AWS’s own': { target: recommender({ image: '763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-inference:2.6.0-cpu-py312' }) },
    'no role': { target: lacking('executionRoleArn') },
  },
});
