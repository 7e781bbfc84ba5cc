import type { Absent } from '../../model/fact.ts';
import { partitionOf } from '../arn.ts';
import { ABSENT, orUnknown, tagKeys, UNKNOWN } from './context-values.ts';
import { principalContext } from './principal-context.ts';
import type { Organisation, RequestFacts } from './request-facts.ts';
import type { ContextValue, EvalContext } from './types.ts';

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
