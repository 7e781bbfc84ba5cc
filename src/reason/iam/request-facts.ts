import type { Absent } from '../../model/fact.ts';
import type { RequestContext } from '../../model/permission.ts';
import type { Principal } from './types.ts';

/** An organisation as condition keys tell it. */
export interface Organisation {
  /** `o-…` */
  readonly id: string;
  /** `o-…/r-…/ou-…/` */
  readonly paths: readonly string[];
}

/** What is known about a request before it is made. What is left out is unknown, not absent. */
export interface RequestFacts {
  readonly principal: Principal;
  /** The Region that the request is sent to. */
  readonly region: string;
  /** ISO 8601. */
  readonly time?: string;
  readonly resourceAccount?: string;
  /** Tags of the role or user itself. */
  readonly principalTags?: Readonly<Record<string, string>>;
  readonly principalOrganisation?: Organisation | Absent;
  readonly resourceOrganisation?: Organisation | Absent;
  /** Who assumed the role: an AWS service brings no MFA, no session tags and no identity provider; a person may. */
  readonly assumedBy?: 'service' | 'person';
  /** Service principal that makes the call on the caller's behalf, such as `s3.amazonaws.com`; `none`: the caller makes it itself. */
  readonly calledBy?: string | 'none';
  /** For a service principal: for which resource and account it acts. */
  readonly source?: { readonly arn?: string; readonly account?: string };
  /** The VPC endpoint that the request crosses; `none`: it crosses none. */
  readonly endpoint?: { readonly id?: string; readonly vpc?: string; readonly address?: string } | 'none';
  /** Tags that the request sets; an empty object: none. */
  readonly requestTags?: Readonly<Record<string, string>>;
  /** Tags of the resource. */
  readonly resourceTags?: Readonly<Record<string, string>>;
  /** Further keys, as the plan tells them; they go before what is derived. */
  readonly plan?: RequestContext;
}
