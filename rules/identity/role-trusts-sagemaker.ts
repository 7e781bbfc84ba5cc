import { SHARED_MESSAGES } from '../../src/data/messages.ts';
import { unknown } from '../../src/model/fact.ts';
import { defineRule } from '../../src/model/rule.ts';
import type { Target } from '../../src/model/target.ts';
import { cannotTell, fail, pass } from '../../src/model/verdict.ts';
import { withRole } from '../../src/reason/applicability.ts';
import { whyOpen } from '../../src/reason/permission/judge-answers.ts';
import { existingExecutionRole } from '../../src/reason/requests.ts';
import { namesSomeResourceHere, SAGEMAKER, trustAnswers, trustFix } from '../../src/reason/trust.ts';

const BY_SOURCE = 'the trust policy decides by aws:SourceArn, which is not known of this plan';
const ADMIT = 'let the condition admit arn:<partition>:sagemaker:<region>:<account>:*';

const openBySource = ({ trainingJob }: Target) => {
  const advice = trainingJob !== undefined && trainingJob.trainingJobName === undefined ? `name the training job, or ${ADMIT}` : ADMIT;
  return cannotTell(unknown('context', `${BY_SOURCE} — ${advice}`, { missing: ['aws:SourceArn'] }));
};

export const roleTrustsSagemaker = defineRule({
  id: 'identity/role-trusts-sagemaker',
  title: 'The execution role lets SageMaker assume it',
  severity: 'error',
  basis: 'documented',
  why: 'SageMaker works as the execution role, which it can only do when the role’s trust policy allows sts:AssumeRole to its service principal, under conditions that hold for this account and Region.',
  fix: 'Add a trust statement for sagemaker.amazonaws.com; a condition on aws:SourceArn must admit the training job, or for an endpoint arn:<partition>:sagemaker:<region>:<account>:* as it stands, and no one model or endpoint.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/security-confused-deputy-prevention.html',
  ],
  predicts: [
    'Could not assume role',
    SHARED_MESSAGES.modelDataNotAccessible,
    'SageMaker is unable to perform: sts:AssumeRole on the role',
    'Provided role ARN cannot be assumed',
  ],
  dependsOn: ['identity/role-exists'],
  appliesTo: withRole,
  needs: (target) => ({ role: existingExecutionRole(target) }),
  judge: ({ role: { value: role } }, target) => {
    const answers = trustAnswers(role, target);
    const denied = answers.filter(({ result }) => !result.possible.includes('Allowed'));
    const [first] = denied;
    if (first !== undefined && denied.length === answers.length) {
      if (answers.some(({ named }) => !named) && namesSomeResourceHere(role, target)) return openBySource(target);
      const { trace } = first.result;
      const evidence = { subject: role.arn, observed: trace.message, expected: `sts:AssumeRole allowed to ${SAGEMAKER}`, trace };
      return fail(`The trust policy does not let ${SAGEMAKER} in`, [evidence], [trustFix(role, trace)]);
    }
    if (denied.length > 0) return openBySource(target);
    const open = answers.find(({ result }) => result.decision !== 'Allowed');
    return open === undefined ? pass(`${role.arn} trusts ${SAGEMAKER}`) : cannotTell(...whyOpen(open.result, `whether ${SAGEMAKER} may assume ${role.arn}`));
  },
});
