import { answered } from '../../aws/operation.ts';
import { describeEndpoint } from '../../aws/operations/sagemaker.ts';
import { absent, present } from '../../model/fact.ts';
import { defineCollector, invocation } from '../define.ts';
import { onThing } from './permissions.ts';

/** One endpoint, by name. */
export const sagemakerEndpoint = defineCollector({
  kind: 'sagemaker.endpoint',
  operations: [describeEndpoint],
  region: ({ region }) => region,
  calls: ({ endpointName }) => [invocation(describeEndpoint, { endpointName })],
  permissions: ({ endpointName, region }, { partition, account }) => [
    onThing('sagemaker:DescribeEndpoint', { type: 'endpoint', name: endpointName, region, partition, account }),
  ],
  collect: async ({ endpointName }, call) => {
    const endpoint = await call(describeEndpoint, { endpointName });
    if (endpoint.state === 'absent') return absent;
    const { EndpointArn, EndpointName, EndpointStatus, EndpointConfigName } = endpoint.value;
    return present({
      arn: answered(EndpointArn, 'EndpointArn'),
      name: answered(EndpointName, 'EndpointName'),
      status: answered(EndpointStatus, 'EndpointStatus'),
      configName: answered(EndpointConfigName, 'EndpointConfigName'),
    });
  },
});
