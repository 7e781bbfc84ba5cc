import type { Fact, KnownFacts } from '../../model/fact.ts';
import type { Target } from '../../model/target.ts';
import { parseArn } from '../arn.ts';
import { principalOf } from '../iam/principal.ts';
import type { Policies, Principal } from '../iam/types.ts';
import { principalPolicies } from './known-policies.ts';
import type { OrganisationSide } from './organisation.ts';
import { ELSEWHERE, organisationSide } from './organisation.ts';
import type { PrincipalRequests } from './questions.ts';

/** Who asks, with everything that decides on the asker's side. */
export interface Asker {
  readonly principal: Principal;
  readonly arn: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly policies: Pick<Policies, 'identity' | 'boundary'>;
  readonly boundaryArn?: string;
  /** Of the asker's account. */
  readonly organisation: OrganisationSide;
}

const NO_POLICIES = { identity: [] } as const;

const principalNamed = (arn: string, id: string | undefined, { inManagementAccount }: OrganisationSide): Principal => {
  const principal = principalOf(arn, { inManagementAccount, ...(id !== undefined && { id }) });
  if (principal === undefined) throw new Error(`${arn} names no principal`);
  return principal;
};

type AskerFacts = KnownFacts<PrincipalRequests> & { readonly organization: Fact<'organizations.organization'> };

/** The role or user that the facts describe; without either, the deployer is the account's root user. */
export const askerOf = ({ role, user, rolePolicies, userPolicies, organization }: AskerFacts, { deployer = '', account }: Target): Asker => {
  const known = (role ?? user)?.value;
  const arn = known?.arn ?? deployer;
  const id = role?.value.roleId ?? user?.value.userId;
  const applied = rolePolicies ?? userPolicies;
  const organisation = parseArn(arn)?.account === account ? organisationSide(organization, account) : ELSEWHERE;
  return {
    principal: principalNamed(arn, id, organisation),
    organisation,
    arn,
    tags: known?.tags ?? {},
    policies: applied === undefined ? NO_POLICIES : principalPolicies(applied.value),
    ...(known?.boundaryArn !== undefined && { boundaryArn: known.boundaryArn }),
  };
};
