import { SHARED_MESSAGES } from '../../src/data/messages.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { withRole } from '../../src/reason/applicability.ts';
import { nameOf, parseArn, pathOf } from '../../src/reason/arn.ts';
import { executionRole } from '../../src/reason/requests.ts';
import { sagemakerTrust } from '../../src/reason/trust.ts';

const accountOf = (arn: string): string | undefined => parseArn(arn)?.account;

export const roleExists = defineRule({
  id: 'identity/role-exists',
  title: 'The execution role exists under the ARN that the plan names',
  severity: 'error',
  basis: 'documented',
  why: 'SageMaker assumes the execution role to read the artifact and pull the image; CreateModel refuses a role ARN that names nothing, a role’s path is part of its ARN, and no role of another account can be passed.',
  fix: 'Create the role, or name an existing one by its full ARN, path included.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html', 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html'],
  predicts: ['Could not assume role', SHARED_MESSAGES.modelDataNotAccessible],
  appliesTo: withRole,
  needs: (target) => ({ role: accountOf(target.executionRoleArn) === target.account ? executionRole(target) : undefined }),
  judge: ({ role }, { executionRoleArn, account }) => {
    const evidence = { subject: executionRoleArn, field: ['executionRoleArn'] };
    if (role === undefined) {
      return fail('The role belongs to another account', [{ ...evidence, observed: `account ${accountOf(executionRoleArn)}`, expected: `account ${account}` }]);
    }
    if (role.state === 'absent') {
      const create = {
        kind: 'create-role',
        roleName: nameOf(executionRoleArn),
        path: pathOf(executionRoleArn),
        account,
        trustStatement: sagemakerTrust,
      } as const;
      return fail('There is no such role', [{ ...evidence, observed: `no role named ${nameOf(executionRoleArn)}` }], [create]);
    }
    if (role.value.arn !== executionRoleArn) {
      const rename = { kind: 'set-field', field: ['executionRoleArn'], value: role.value.arn, why: 'the path belongs to the ARN' } as const;
      return fail('The role exists under another path', [{ ...evidence, observed: role.value.arn, expected: executionRoleArn }], [rename]);
    }
    return pass(`${role.value.arn} exists`);
  },
});
