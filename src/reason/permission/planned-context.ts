import { CONTEXT_KEY_TYPES } from '../../data/context-key-types.ts';
import type { SimulatedKey } from '../../model/facts/iam.ts';
import type { Permission, RequestContext } from '../../model/permission.ts';
import type { Target } from '../../model/target.ts';
import { dnsSuffixOf } from '../arn.ts';
import { localArn } from './stand-in.ts';

// https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html gives the form `service.region.amazonaws.com`; other domains are not documented.
const viaService = (via: string | undefined, region: string): RequestContext =>
  via === undefined || dnsSuffixOf(region) !== 'amazonaws.com' ? {} : { 'kms:ViaService': `${via}.${region}.amazonaws.com` };

/** The condition keys that the plan tells of a request. */
export const plannedContext = <T extends Target>({ context, via }: Permission<T>, target: T): RequestContext => ({
  ...context?.(target, localArn(target)),
  ...viaService(via, target.region),
});

const simulatedKey = ([key, value]: readonly [string, string | readonly string[]]): readonly SimulatedKey[] => {
  if (typeof value !== 'string') return value.length === 0 ? [] : [{ key, type: 'stringList', values: value }];
  return [{ key, type: CONTEXT_KEY_TYPES[key.toLowerCase()] ?? 'string', values: [value] }];
};

/** A context as AWS's simulator takes it: typed keys, in a fixed order. */
export const simulatedKeys = (context: RequestContext): readonly SimulatedKey[] =>
  Object.entries(context)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(simulatedKey);

/** What the simulator is told of a request: what the plan tells, and what holds for each of this target's. */
export const simulatedContext = <T extends Target>(permission: Permission<T>, target: T): readonly SimulatedKey[] =>
  simulatedKeys({
    'aws:RequestedRegion': target.region,
    'aws:ResourceAccount': target.account,
    'aws:SecureTransport': 'true',
    ...plannedContext(permission, target),
  });
