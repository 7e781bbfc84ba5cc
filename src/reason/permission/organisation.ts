import type { Fact, Reading } from '../../model/fact.ts';
import { absent } from '../../model/fact.ts';
import type { Organization, OrganizationLevel } from '../../model/facts/organizations.ts';
import type { PolicySource } from '../../model/policy.ts';
import type { RequestFacts } from '../iam/request-facts.ts';
import type { EvalContext, Policies } from '../iam/types.ts';

/** An account's place in its organisation, as far as it could be read: what was not read limits nothing here. */
export interface OrganisationSide {
  readonly inManagementAccount: boolean;
  readonly policies: Pick<Policies, 'scpLevels' | 'rcpLevels'>;
  readonly membership: RequestFacts['principalOrganisation'];
  /** True when the organisation is known, but not where in it the account stands. */
  readonly placeUnknown: boolean;
}

const NO_LEVELS = { scpLevels: [], rcpLevels: [] } as const;

/** An account of which nothing is known in this respect. */
export const ELSEWHERE: OrganisationSide = { inManagementAccount: false, policies: NO_LEVELS, membership: undefined, placeUnknown: false };

const readIn = (levels: readonly OrganizationLevel[], kind: 'serviceControlPolicies' | 'resourceControlPolicies'): readonly (readonly PolicySource[])[] =>
  levels.map((level): Reading<readonly PolicySource[]> => level[kind]).flatMap((reading) => (reading.state === 'present' ? [reading.value] : []));

const levelsOf = ({ levels }: Organization): readonly OrganizationLevel[] => (levels.state === 'present' ? levels.value : []);

const ACCOUNT = /^\d{12}$/;

/** `o-…/r-…/ou-…/`. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgpaths */
const pathOf = (organisation: Organization): string =>
  [organisation.id, ...levelsOf(organisation).flatMap(({ id }) => (ACCOUNT.test(id) ? [] : [id]))].map((part) => `${part}/`).join('');

/** What an organisation decides about an account. */
export const organisationSide = (organisation: Fact<'organizations.organization'>, account: string): OrganisationSide => {
  if (organisation.state === 'unknown') return ELSEWHERE;
  if (organisation.state === 'absent') return { ...ELSEWHERE, membership: absent };
  const levels = levelsOf(organisation.value);
  return {
    inManagementAccount: organisation.value.managementAccount === account,
    policies: { scpLevels: readIn(levels, 'serviceControlPolicies'), rcpLevels: readIn(levels, 'resourceControlPolicies') },
    membership: { id: organisation.value.id, paths: [pathOf(organisation.value)] },
    placeUnknown: organisation.value.levels.state !== 'present',
  };
};

const UNKNOWN = { state: 'unknown' } as const;

/** The context keys that stay unknown although the organisation is known. */
export const unknownPlace = (principal: OrganisationSide, resource: OrganisationSide): EvalContext => ({
  ...(principal.placeUnknown && { 'aws:PrincipalOrgPaths': UNKNOWN }),
  ...(resource.placeUnknown && { 'aws:ResourceOrgPaths': UNKNOWN }),
});
