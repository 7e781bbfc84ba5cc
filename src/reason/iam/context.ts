import type { Absent } from '../../model/fact.ts';
import type { RequestContext } from '../../model/permission.ts';
import { partitionOf } from '../arn.ts';
import { ABSENT, orUnknown, tagKeys, UNKNOWN } from './context-values.ts';
import { principalContext } from './principal-context.ts';
import type { ContextValue, EvalContext, Principal } from './types.ts';

/** An organisation as condition keys tell it. */
interface Organisation {
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

const organisation = (prefix: 'Principal' | 'Resource', found: Organisation | Absent | undefined): EvalContext => {
  const isNone = found !== undefined && 'state' in found;
  const known = found === undefined || 'state' in found ? undefined : found;
  const otherwise = isNone ? ABSENT : UNKNOWN;
  return { [`aws:${prefix}OrgID`]: known?.id ?? otherwise, [`aws:${prefix}OrgPaths`]: known?.paths ?? otherwise };
};

const timeContext = (time: string | undefined): EvalContext => ({
  'aws:CurrentTime': orUnknown(time),
  'aws:EpochTime': time === undefined ? UNKNOWN : String(Math.floor(Date.parse(time) / 1000)),
});

const networkContext = (endpoint: RequestFacts['endpoint']): EvalContext => {
  if (endpoint === undefined) return { 'aws:SourceIp': UNKNOWN, 'aws:SourceVpce': UNKNOWN, 'aws:SourceVpc': UNKNOWN, 'aws:VpcSourceIp': UNKNOWN };
  if (endpoint === 'none') return { 'aws:SourceIp': UNKNOWN, 'aws:SourceVpce': ABSENT, 'aws:SourceVpc': ABSENT, 'aws:VpcSourceIp': ABSENT };
  return {
    'aws:SourceIp': ABSENT,
    'aws:SourceVpce': orUnknown(endpoint.id),
    'aws:SourceVpc': orUnknown(endpoint.vpc),
    'aws:VpcSourceIp': orUnknown(endpoint.address),
  };
};

const CALLED_VIA = ['aws:ViaAWSService', 'aws:CalledVia', 'aws:CalledViaFirst', 'aws:CalledViaLast', 'kms:ViaService'] as const;

// Source: https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html — `service.region.amazonaws.com`
const viaService = (service: string, region: string): ContextValue =>
  partitionOf(region) === 'aws' ? `${service.slice(0, service.indexOf('.'))}.${region}.amazonaws.com` : UNKNOWN;

const viaContext = ({ calledBy, region }: RequestFacts): EvalContext => {
  if (calledBy === undefined) return Object.fromEntries(CALLED_VIA.map((key) => [key, UNKNOWN]));
  if (calledBy === 'none') return { ...Object.fromEntries(CALLED_VIA.map((key) => [key, ABSENT])), 'aws:ViaAWSService': 'false' };
  return {
    'aws:ViaAWSService': 'true',
    'aws:CalledVia': [calledBy],
    'aws:CalledViaFirst': calledBy,
    'aws:CalledViaLast': calledBy,
    'kms:ViaService': viaService(calledBy, region),
  };
};

const tagContext = ({ requestTags, resourceTags }: RequestFacts): EvalContext => ({
  ...tagKeys('aws:RequestTag', requestTags, ABSENT),
  'aws:TagKeys': requestTags === undefined ? UNKNOWN : Object.keys(requestTags),
  ...tagKeys('aws:ResourceTag', resourceTags, ABSENT),
});

/**
 * The context keys of a request, as far as they are known beforehand: what only AWS knows at run time is unknown, what AWS will not send is absent.
 * Use it together with `unlisted: 'unknown'`. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export const requestContext = (facts: RequestFacts): EvalContext =>
  Object.freeze({
    ...principalContext(facts),
    ...organisation('Principal', facts.principalOrganisation),
    ...organisation('Resource', facts.resourceOrganisation),
    ...timeContext(facts.time),
    ...networkContext(facts.endpoint),
    ...viaContext(facts),
    ...tagContext(facts),
    'aws:ResourceAccount': orUnknown(facts.resourceAccount),
    'aws:RequestedRegion': facts.region,
    'aws:SecureTransport': 'true',
    'aws:Referer': ABSENT,
    'aws:UserAgent': UNKNOWN,
    ...facts.plan,
  });
