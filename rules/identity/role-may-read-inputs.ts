import { SHARED_MESSAGES } from '../../src/data/messages.ts';
import { readObjects } from '../../src/data/permissions/storage.ts';
import { defineRule } from '../../src/model/rule.ts';
import { withRoleAndPlace } from '../../src/reason/addresses.ts';
import { inputListings } from '../../src/reason/input-listings.ts';
import { answersFor } from '../../src/reason/permission/answers.ts';
import { judgeAnswers } from '../../src/reason/permission/judge-answers.ts';
import { neededFor, wantedFor } from '../../src/reason/permission/questions.ts';
import { readAsListed, trainingReads } from '../../src/reason/training-inputs.ts';

const READ = readObjects(trainingReads);

export const roleMayReadInputs = defineRule({
  id: 'identity/role-may-read-inputs',
  title: 'The execution role may read the training data',
  severity: 'error',
  basis: 'documented',
  why: 'SageMaker downloads the input channels and any checkpoint as this role; a denial ends the job after the instances have started.',
  fix: 'Grant the role s3:GetObject on the objects below the prefixes of the channels, or on the one object that a channel names.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_S3DataSource.html',
  ],
  predicts: ['Data download failed', SHARED_MESSAGES.readRefused, 'is not authorized to perform: s3:GetObject'],
  dependsOn: ['identity/role-exists', 'artifact/bucket-exists'],
  appliesTo: withRoleAndPlace('the plan names no execution role or no training data', 'training-input', 'checkpoint'),
  needs: (target) => neededFor(READ, target),
  wants: (target) => ({ ...wantedFor(READ, target), listings: inputListings(target) }),
  judge: (facts, target) => judgeAnswers(readAsListed(answersFor(READ, facts, target), facts.listings, target)),
});
