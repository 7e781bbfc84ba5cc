import { defaultRoleIsSet } from '../../../rules/studio/default-role-is-set.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { bareDomain, domain, fromStudio, space, userProfile, withoutRole } from '../../support/jumpstart-facts.ts';
import { testRule } from '../../support/rule.ts';
import { ROLE, serverless } from '../../support/targets.ts';

testRule(defaultRoleIsSet, {
  target: withoutRole(fromStudio({ userProfileName: 'ana' })),
  pass: {
    'the domain’s': { domain: present(domain()), space: undefined, user: present(userProfile()) },
    'the user profile’s': { domain: present(bareDomain()), space: undefined, user: present(userProfile({ executionRoleArn: ROLE })) },
    'of the domain alone': { target: withoutRole(fromStudio()), domain: present(domain()), space: undefined, user: undefined },
    'of a shared space': {
      target: withoutRole(fromStudio({ spaceName: 'team' })),
      domain: present(bareDomain({ spaceExecutionRoleArn: ROLE })),
      space: present(space()),
      user: absent,
    },
    'of the owner of a private space': {
      target: withoutRole(fromStudio({ spaceName: 'team' })),
      domain: present(bareDomain()),
      space: present(space({ sharing: 'Private', owner: 'ana' })),
      user: present(userProfile({ executionRoleArn: ROLE })),
    },
    'none, but the plan names one': { target: fromStudio(), domain: present(bareDomain()), space: undefined, user: undefined },
  },
  fail: {
    'neither has one': { domain: present(bareDomain()), space: undefined, user: present(userProfile()) },
    'a shared space, and the domain has one for users only': {
      target: withoutRole(fromStudio({ spaceName: 'team' })),
      domain: present(domain()),
      space: present(space()),
      user: absent,
    },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() } },
});
