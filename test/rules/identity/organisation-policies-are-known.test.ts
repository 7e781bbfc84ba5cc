import { describe, expect, test } from '@jest/globals';
import { organisationPoliciesAreKnown } from '../../../rules/identity/organisation-policies-are-known.ts';
import { absent, present, unknown } from '../../../src/model/fact.ts';
import { organization } from '../../support/permission-rows.ts';
import { judged, testRule } from '../../support/rule.ts';
import { ACCOUNT, serverless } from '../../support/targets.ts';

const target = serverless();
const refused = unknown('access-denied', 'organizations:ListParents was refused', { actions: ['organizations:ListParents'] });
const half = present([
  { id: 'r-root', serviceControlPolicies: refused, resourceControlPolicies: absent },
  { id: ACCOUNT, serviceControlPolicies: present([]), resourceControlPolicies: absent },
]);

testRule(organisationPoliciesAreKnown, {
  target,
  pass: {
    'no organisation': { organization: absent },
    'every level was read': { organization: present(organization()) },
    'the management account, whose levels do not matter': { organization: present(organization([], { managementAccount: ACCOUNT, levels: refused })) },
  },
  fail: {},
  cannotTell: {
    'the organisation is hidden': { organization: refused },
    'its levels are hidden': { organization: present(organization([], { levels: refused })) },
    'one level is hidden': { organization: present(organization([], { levels: half })) },
  },
});

describe('what it says', () => {
  test('what was not readable, and the action to grant', () => {
    expect(judged(organisationPoliciesAreKnown, target, { organization: refused })).toEqual({
      outcome: 'cannot-tell',
      because: [{ ...refused, message: 'organisation policies were not readable — organizations:ListParents was refused' }],
    });
  });
});
