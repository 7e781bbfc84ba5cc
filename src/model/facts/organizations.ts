import type { MayExist, Reading } from '../fact.ts';
import type { PolicySource } from '../policy.ts';

/** One level of an organisation above an account: the root, a unit, or the account itself. */
export interface OrganizationLevel {
  /** `r-…`, `ou-…` or 12 digits. */
  readonly id: string;
  /** Absent: policies of this type are not enabled in the organisation; where they are, at least one is attached at every level. */
  readonly serviceControlPolicies: Reading<readonly PolicySource[]>;
  /** Absent: as above. */
  readonly resourceControlPolicies: Reading<readonly PolicySource[]>;
}

/** An account's place in its organisation. Source: https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribeOrganization.html */
export interface Organization {
  /** `o-…` */
  readonly id: string;
  readonly managementAccount: string;
  /** From the root to the account; unknown parts where they may not be read. */
  readonly levels: Reading<readonly OrganizationLevel[]>;
}

/** Organizations facts. Absent: the account is in no organisation. */
export interface OrganizationsFacts {
  readonly 'organizations.organization': MayExist<{ readonly account: string; readonly region: string }, Organization>;
}
