import { absent, present, unknown } from '../../../src/model/fact.ts';
import { bucket, delegating, key, policy, role } from '../../support/facts.ts';
import { ROLE } from '../../support/targets.ts';

const plain = {
  role: present(role()),
  time: present('2026-11-21T12:00:00Z'),
  bucket: present(bucket()),
  bucketPolicy: absent,
  organization: absent,
  key: absent,
  keyPolicy: absent,
} as const;
const deny = (condition?: object, resource = 'arn:aws:s3:::churn-models/*') => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: resource,
  ...(condition && { Condition: condition }),
});
const withPolicy = (statement: object) => ({ ...plain, bucketPolicy: present(policy('bucket', statement as never)) });
const barred = (condition?: object) => withPolicy(deny(condition));

/** Rows of an object in a bucket, and perhaps under a key, whose policies may ask that requests come from a VPC. */
export const RESTRICTIONS = {
  pass: {
    'no policy': plain,
    'a deny for insecure transport': barred({ Bool: { 'aws:SecureTransport': 'false' } }),
    'a deny of which the role is excepted': barred({ StringNotEquals: { 'aws:SourceVpce': 'vpce-1' }, ArnNotEquals: { 'aws:PrincipalArn': ROLE } }),
    'a deny outside the VPC, for other objects': withPolicy(deny({ StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } }, 'arn:aws:s3:::churn-models/private/*')),
    'a deny for everybody, which is no matter of a VPC': barred(),
    'a key that the account decides about': { ...plain, key: present(key()), keyPolicy: present(delegating()) },
    'an allow for the VPC, beside the role’s own': withPolicy({
      ...deny({ StringEquals: { 'aws:SourceVpc': 'vpc-1' } }),
      Effect: 'Allow',
    }),
  },
  fail: {
    'a deny unless it comes through an endpoint': barred({ StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } }),
    'a deny unless it comes from the VPC': barred({ StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } }),
    'a deny where no endpoint is named': barred({ Null: { 'aws:SourceVpce': 'true' } }),
    'the bucket of another account, which lets in a VPC only': {
      ...withPolicy({
        Effect: 'Allow',
        Principal: { AWS: ROLE },
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::churn-models/*',
        Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } },
      }),
      bucket: present(bucket({ owner: 'other' })),
    },
    'a key that lets in a VPC only': {
      ...plain,
      key: present(key()),
      keyPolicy: present(
        policy('key', {
          Effect: 'Allow',
          Principal: { AWS: ROLE },
          Action: 'kms:*',
          Resource: '*',
          Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } },
        }),
      ),
    },
    'a restriction that was read, whatever is hidden by it': {
      ...barred({ StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } }),
      key: unknown('access-denied', 'x'),
    },
  },
  cannotTell: {
    'a deny by address': barred({ NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }),
    'the object’s key could not be read': { ...plain, key: unknown('access-denied', 'x', { actions: ['s3:GetObject'] }) },
    'the key’s policy could not be read': { ...plain, key: present(key()), keyPolicy: unknown('access-denied', 'x') },
  },
} as const;
