import { roleMayReadInputs } from '../../../rules/identity/role-may-read-inputs.ts';
import { absent, present, unknown } from '../../../src/model/fact.ts';
import { bucket, policy } from '../../support/facts.ts';
import { prefix } from '../../support/jumpstart-facts.ts';
import { allow, asExecutionRole, deny } from '../../support/permission-rows.ts';
import { testRule } from '../../support/rule.ts';
import { jumpStartTraining, serverless } from '../../support/targets.ts';

const there = { buckets: [present(bucket())], bucketPolicies: [absent] };
const denied = policy('bucket', { Effect: 'Deny', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::churn-models/train/*' });

const NAMED = 's3://churn-models/train.csv';
const oneFile = jumpStartTraining({ trainingJob: { inputs: [NAMED] } });
const both = { buckets: [present(bucket()), present(bucket())], bucketPolicies: [absent, absent] };
const may = (...keys: readonly string[]) => asExecutionRole(...keys.map((key) => allow('s3:GetObject', `arn:aws:s3:::churn-models/${key}`)));
/** A channel that may name one object: what is granted, and what S3 lists there. */
const named = (keys: readonly string[], ...listings: readonly (ReturnType<typeof prefix> | undefined)[]) => ({
  target: oneFile,
  ...may(...keys),
  ...both,
  listings: listings.map((listed) =>
    listed === undefined ? unknown('access-denied', 'not listed', { actions: ['s3:ListBucket'] as const }) : present(listed),
  ),
});
const ALONE = prefix({ objects: 1, isObject: true });
const AMONG_OTHERS = prefix({ objects: 3, isObject: true });
const NOTHING = prefix({ objects: 0 });
const FOLDER = prefix({ objects: 3 });

testRule(roleMayReadInputs, {
  target: jumpStartTraining(),
  pass: {
    'what is asked': { ...asExecutionRole(allow('s3:GetObject', 'arn:aws:s3:::churn-models/train/*')), ...there },
    'the one object that the channel names': named(['train.csv'], ALONE),
    'an object and what begins like it': named(['train.csv*'], AMONG_OTHERS),
    'what lies below, where the channel names no object': named(['train.csv/*'], FOLDER),
    'both, where nothing lies there yet': named(['train.csv*'], NOTHING),
    'both, where nothing could be listed': named(['train.csv*'], undefined),
    'what is asked, and writing in a folder of it': {
      ...asExecutionRole(allow('s3:GetObject', 'arn:aws:s3:::churn-models/train/*'), allow('s3:PutObject', 'arn:aws:s3:::churn-models/train/out/*')),
      ...there,
    },
    everything: { ...asExecutionRole(allow('s3:*')), ...there },
  },
  fail: {
    'one file below the prefix': { ...may('train/part-1.csv'), ...there },
    'a folder below the prefix': { ...may('train/old/*'), ...there },
    nothing: { ...asExecutionRole(), ...there },
    'the object, where more begins like it': named(['train.csv'], AMONG_OTHERS),
    'the object, where only others lie below': named(['train.csv'], FOLDER),
    'what lies below, where the channel names an object': named(['train.csv/*'], ALONE),
    'neither, where nothing lies there yet': named(['test.csv'], NOTHING),
    'neither, where nothing could be listed': named(['test.csv'], undefined),
    'another prefix': { ...asExecutionRole(allow('s3:GetObject', 'arn:aws:s3:::churn-models/output/*')), ...there },
    'the bucket denies it': { ...asExecutionRole(allow('s3:*')), ...there, bucketPolicies: [present(denied)] },
  },
  cannotTell: {
    'some files below the prefix': { ...may('train/*.csv'), ...there },
    'all but some files below the prefix': { ...asExecutionRole(allow('s3:*'), deny('s3:GetObject', 'arn:aws:s3:::churn-models/train/*.json')), ...there },
    'all but a folder, which policies name after many others': {
      ...asExecutionRole(
        allow('s3:*'),
        ...Array.from({ length: 70 }, (_, number) => allow('s3:GetObject', `arn:aws:s3:::churn-models/train/${number}/*`)),
        deny('s3:GetObject', 'arn:aws:s3:::churn-models/train/private/*'),
      ),
      ...there,
    },
    'all but a folder below the prefix': { ...asExecutionRole(allow('s3:*'), deny('s3:*', 'arn:aws:s3:::churn-models/train/private/*')), ...there },
    'all but a folder, by the bucket’s policy': {
      ...asExecutionRole(allow('s3:*')),
      ...there,
      bucketPolicies: [present(policy('bucket', { ...deny('s3:*', 'arn:aws:s3:::churn-models/train/private/*'), Principal: '*' }))],
    },
    'the object alone, where nothing lies there yet': named(['train.csv'], NOTHING),
    'the object alone, where nothing could be listed': named(['train.csv'], undefined),
    'what lies below alone, where nothing could be listed': named(['train.csv/*'], undefined),
  },
  notApplicable: { 'nothing is trained': { target: serverless() } },
});
