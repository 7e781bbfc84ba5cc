import { unknown } from '../../src/model/fact.ts';
import { defineRule } from '../../src/model/rule.ts';
import { cannotTell, fail, pass } from '../../src/model/verdict.ts';
import { withDeployer } from '../../src/reason/applicability.ts';
import { principalKindOf } from '../../src/reason/arn.ts';
import { deployerRequests } from '../../src/reason/deployer.ts';

export const deployerExists = defineRule({
  id: 'identity/deployer-exists',
  title: 'The deployer is a role or user of IAM that exists',
  severity: 'error',
  basis: 'documented',
  why: 'Whoever makes the calls must exist in IAM; a session speaks for its role, and a name that IAM does not know cannot call anything.',
  fix: 'Name the role or user that will deploy by its ARN, or `me` for whoever runs sageready.',
  docs: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html'],
  appliesTo: withDeployer,
  needs: (target) => deployerRequests(target),
  judge: ({ role, user }, { deployer }) => {
    const evidence = { subject: deployer, field: ['deployer'] };
    const found = role ?? user;
    if (found?.state === 'absent') return fail('There is no such role or user', [{ ...evidence, observed: `IAM does not know ${deployer}` }]);
    if (found !== undefined) return pass(`${found.value.arn} exists`);
    if (principalKindOf(deployer) === 'root') return pass('the deployer is the account’s root user');
    return cannotTell(
      unknown('unsupported', `${deployer} is neither a role, a session of one, a user nor the root user — name the role or user behind it as deployer`),
    );
  },
});
