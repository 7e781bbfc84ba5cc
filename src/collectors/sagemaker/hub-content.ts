import { describeHubContent } from '../../aws/operations/sagemaker-studio.ts';
import type { IamAction } from '../../model/words.ts';
import { nameOf, parseArn } from '../../reason/arn.ts';
import type { NeededPermission } from '../define.ts';
import { defineCollector, invocation } from '../define.ts';

/** What is known of a model in a hub before it is asked for; undefined comes from another fact. */
interface InHub {
  readonly hubName: string | undefined;
  readonly modelId: string | undefined;
  readonly region: string | undefined;
  readonly partition: string;
  readonly account: string;
}

const ACTION: IamAction = 'sagemaker:DescribeHubContent';

const onHub = ({ hubName = '*', modelId = '*', region = '*', partition, account }: InHub): NeededPermission => {
  const arn = parseArn(hubName);
  const place = arn === undefined ? `arn:${partition}:sagemaker:${region}:${account}` : `arn:${arn.partition}:sagemaker:${arn.region}:${arn.account}`;
  const hub = arn === undefined ? hubName : nameOf(hubName);
  return {
    action: ACTION,
    resources: [`${place}:hub/${hub}`, `${place}:hub-content/${hub}/*/${modelId}/*`],
    because: 'whether the hub holds the model itself or a reference, and in which version, is known only after reading',
  };
};

/** A model in a hub: its own, or else a reference to the public hub's. */
export const sagemakerHubContent = defineCollector({
  kind: 'sagemaker.hubContent',
  operations: [describeHubContent],
  region: ({ hubName, region }) => parseArn(hubName)?.region || region,
  calls: ({ hubName, modelId }) => [invocation(describeHubContent, { hubName, modelId, type: 'Model' })],
  surcharges: [{ service: 'sagemaker', each: 1, per: 'model that a hub only refers to, or does not hold' }],
  permissions: ({ hubName, modelId, region }, { partition, account }) => [onHub({ hubName, modelId, region, partition, account })],
  collect: async ({ hubName, modelId }, call) => {
    const own = await call(describeHubContent, { hubName, modelId, type: 'Model' });
    return own.state === 'present' ? own : call(describeHubContent, { hubName, modelId, type: 'ModelReference' });
  },
});
