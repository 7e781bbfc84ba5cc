import { createGrant } from '../../src/data/permissions/create-grant.ts';
import { defineRule } from '../../src/model/rule.ts';
import { withDeployerAndKey } from '../../src/reason/applicability.ts';
import { answersFor } from '../../src/reason/permission/answers.ts';
import { isDenied, judgeAnswers } from '../../src/reason/permission/judge-answers.ts';
import { neededFor, wantedFor } from '../../src/reason/permission/questions.ts';
import { withoutSimulator } from '../../src/reason/permission/simulator.ts';

const THROUGH_SAGEMAKER = createGrant('sagemaker');
const THROUGH_ANY = createGrant();

export const deployerMayCreateGrant = defineRule({
  id: 'encryption/deployer-may-create-grant',
  title: 'The deployer may create a grant on the KMS key',
  severity: 'error',
  basis: 'documented',
  why: 'For an endpoint configuration with a key, CreateEndpoint makes a grant on it in the name of whoever calls, so that the service may use the key later.',
  fix: 'Allow kms:CreateGrant to the deployer, by its own policies or in the key’s, best under kms:GrantIsForAWSResource.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/api-permissions-reference.html', 'https://docs.aws.amazon.com/kms/latest/developerguide/grants.html'],
  predicts: ['is not authorized to perform: kms:CreateGrant on resource'],
  dependsOn: ['identity/deployer-exists', 'encryption/key-exists'],
  appliesTo: withDeployerAndKey,
  needs: (target) => neededFor(THROUGH_SAGEMAKER, target),
  wants: (target) => wantedFor(THROUGH_SAGEMAKER, target),
  judge: (facts, target) => {
    const documented = answersFor(THROUGH_SAGEMAKER, facts, target);
    const local = withoutSimulator(facts);
    const isDeniedHere = answersFor(THROUGH_SAGEMAKER, local, target).some(isDenied);
    // AWS does not say through which service the grant is made: only what is denied through every one of them is denied. Its simulator is asked for one only.
    return judgeAnswers(documented.some(isDenied) && isDeniedHere ? answersFor(THROUGH_ANY, local, target) : documented);
  },
});
