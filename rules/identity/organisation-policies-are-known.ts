import type { Unknown } from '../../src/model/fact.ts';
import { unknown } from '../../src/model/fact.ts';
import { defineRule } from '../../src/model/rule.ts';
import type { CannotTell } from '../../src/model/verdict.ts';
import { cannotTell, pass } from '../../src/model/verdict.ts';
import { everyTarget } from '../../src/reason/applicability.ts';
import { organizationOf } from '../../src/reason/requests.ts';

const unread = ({ reason, message, actions }: Unknown): CannotTell =>
  cannotTell(unknown(reason, `organisation policies were not readable — ${message}`, actions === undefined ? {} : { actions }));

export const organisationPoliciesAreKnown = defineRule({
  id: 'identity/organisation-policies-are-known',
  title: 'The policies of the organisation above this account are known',
  severity: 'note',
  basis: 'documented',
  why: 'Service and resource control policies limit whatever the account allows; where they cannot be read, permissions are judged without them.',
  fix: 'Run as a principal that may read AWS Organizations, or ask those who run the organisation whether a control policy stands in the way.',
  docs: [
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html',
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html',
  ],
  predicts: ['with an explicit deny in a service control policy', 'with an explicit deny in a resource control policy'],
  appliesTo: everyTarget,
  needs: () => ({}),
  wants: (target) => ({ organization: organizationOf(target) }),
  judge: ({ organization }, { account }) => {
    if (organization.state === 'absent') return pass(`${account} is in no organisation`);
    if (organization.state === 'unknown') return unread(organization);
    const { id, managementAccount, levels } = organization.value;
    if (managementAccount === account) return pass(`${account} is the management account of ${id}, which no control policy limits`);
    if (levels.state === 'absent') return pass(`${account} stands below no level of ${id}`);
    if (levels.state === 'unknown') return unread(levels);
    const parts = levels.value.flatMap(({ serviceControlPolicies, resourceControlPolicies }) => [serviceControlPolicies, resourceControlPolicies]);
    const first = parts.find(({ state }) => state === 'unknown');
    return first?.state === 'unknown' ? unread(first) : pass(`the control policies on ${levels.value.length} levels of ${id} were read`);
  },
});
