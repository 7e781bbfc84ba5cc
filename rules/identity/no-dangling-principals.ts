import { defineRule } from '../../src/model/rule.ts';
import type { Evidence } from '../../src/model/verdict.ts';
import { cannotTell, fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { everyTarget } from '../../src/reason/applicability.ts';
import { danglingPrincipals, decidingPolicies, readPolicies, unreadPolicies } from '../../src/reason/dangling.ts';

export const noDanglingPrincipals = defineRule({
  id: 'identity/no-dangling-principals',
  title: 'No policy that decides here names a deleted user or role',
  severity: 'warning',
  basis: 'documented',
  why: 'When a user or role is deleted, policies that name it show its unique id (AIDA…, AROA…) instead; the statement then means nobody, and not a new role of the same name either.',
  fix: 'Name the user or role that exists now by its ARN, or take the statement out.',
  docs: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html',
  ],
  appliesTo: everyTarget,
  needs: () => ({}),
  wants: decidingPolicies,
  judge: (facts) => {
    const policies = readPolicies(facts);
    const dangling: readonly Evidence[] = policies.flatMap(danglingPrincipals);
    if (isNonEmpty(dangling)) return fail('A policy names somebody who has been deleted', dangling);
    const unread = unreadPolicies(facts);
    return isNonEmpty(unread) ? cannotTell(...unread) : pass(`${policies.length} policies name nobody who has been deleted`);
  },
});
