import type { IamAction } from '../../model/words.ts';
import { parseArn } from '../../reason/arn.ts';
import type { NeededPermission } from '../define.ts';

/** What is known of a thing before it is asked for; undefined comes from another fact. */
export interface NamedThing {
  /** As it stands in an ARN: `model`, `endpoint-config`, … */
  readonly type: string;
  /** A name, or the thing's ARN. */
  readonly name: string | undefined;
  readonly region: string | undefined;
  readonly partition: string;
  readonly account: string;
}

/** One action on one named thing. */
export const onThing = (action: IamAction, { type, name, region = '*', partition, account }: NamedThing): NeededPermission => {
  if (name !== undefined && parseArn(name) !== undefined) return { action, resources: [name] };
  const resource = `arn:${partition}:sagemaker:${region}:${account}:${type}/${name ?? '*'}`;
  return { action, resources: [resource], ...(name === undefined && { because: `the ${type.replace('-', ' ')} is known only from another fact` }) };
};

/** One action on something in a Studio domain. */
export const inDomain = (action: IamAction, { domainId, ...thing }: NamedThing & { readonly domainId: string | undefined }): NeededPermission => {
  const { type, name, region = '*', partition, account } = thing;
  const resource = `arn:${partition}:sagemaker:${region}:${account}:${type}/${domainId ?? '*'}/${name ?? '*'}`;
  return { action, resources: [resource], ...(resource.includes('*') && { because: `the ${type.replace('-', ' ')} is known only from another fact` }) };
};
