import { answered } from '../../aws/operation.ts';
import { getCallerIdentity } from '../../aws/operations/sts.ts';
import { present } from '../../model/fact.ts';
import { defineCollector, invocation } from '../define.ts';

/** Who runs sageready. Needs no permission: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
export const stsCaller = defineCollector({
  kind: 'sts.caller',
  operations: [getCallerIdentity],
  region: ({ region }) => region,
  calls: () => [invocation(getCallerIdentity, {})],
  permissions: () => [],
  collect: async (_, call) => {
    const caller = await call(getCallerIdentity, {});
    return present(answered(caller.state === 'present' ? caller.value : undefined, 'caller'));
  },
});
