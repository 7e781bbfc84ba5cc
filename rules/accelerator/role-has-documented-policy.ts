import { DOCUMENTED_FOR_ACCELERATORS } from '../../src/data/permissions/use-accelerator.ts';
import { defineRule } from '../../src/model/rule.ts';
import { acceleratedWithRole } from '../../src/reason/accelerators.ts';
import { answersFor } from '../../src/reason/permission/answers.ts';
import { hasFullAccess, judgeDocumented } from '../../src/reason/permission/documented.ts';
import { neededFor, wantedBeside } from '../../src/reason/permission/questions.ts';
import { withoutSimulator } from '../../src/reason/permission/simulator.ts';

const NOTHING_TO_DO = 'AmazonSageMakerFullAccess is attached and the plan names no VPC: the guide asks for nothing more';

export const roleHasDocumentedPolicy = defineRule({
  id: 'accelerator/role-has-documented-policy',
  title: 'The execution role has every permission that the guide lists for accelerators',
  severity: 'warning',
  basis: 'documented',
  why: 'The guide prints one whole policy for a custom role, with scaling, alarms and logs beside what a first deployment needs; a role with AmazonSageMakerFullAccess has it already, outside a VPC.',
  fix: 'Add what the role lacks, or attach AmazonSageMakerFullAccess.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/ei-setup.html',
    'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSageMakerFullAccess.html',
  ],
  dependsOn: ['identity/role-exists'],
  appliesTo: acceleratedWithRole,
  needs: (target) => neededFor(DOCUMENTED_FOR_ACCELERATORS, target),
  // Some fifty questions for a warning: AWS's simulator, which takes a call for several of them, is asked about what the errors need only.
  wants: (target) => ({ ...wantedBeside(DOCUMENTED_FOR_ACCELERATORS, target), simulations: [] }),
  judge: (facts, target) =>
    judgeDocumented(
      answersFor(DOCUMENTED_FOR_ACCELERATORS, withoutSimulator(facts), target),
      hasFullAccess(facts) && target.vpcConfig === undefined ? NOTHING_TO_DO : undefined,
    ),
});
