import type { Route } from '../operation.ts';
import { answered, defineOperation } from '../operation.ts';
import { drain } from '../pages.ts';

const PAGE = 100;
const open = ({ clients, region }: Route) => clients.open('sagemaker', region);

/** The endpoints of a Region. Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ListEndpoints.html */
export const listEndpoints = defineOperation({
  name: 'sagemaker:ListEndpoints',
  service: 'sagemaker',
  actions: ['sagemaker:ListEndpoints'],
  absentWhen: [],
  subject: (_: Readonly<Record<never, never>>) => 'the endpoints of the Region',
  send: async (_, route) => {
    const { client, sdk } = await open(route);
    return drain(route, async (marker) => {
      const page = await client.send(new sdk.ListEndpointsCommand({ MaxResults: PAGE, NextToken: marker }), { abortSignal: route.signal });
      return { items: answered(page.Endpoints, 'Endpoints'), next: page.NextToken || undefined };
    });
  },
});

/** One endpoint. SageMaker says "no such" with a ValidationException. Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeEndpoint.html */
export const describeEndpoint = defineOperation({
  name: 'sagemaker:DescribeEndpoint',
  service: 'sagemaker',
  actions: ['sagemaker:DescribeEndpoint'],
  absentWhen: [{ name: 'ValidationException', message: /Could not find/ }],
  subject: ({ endpointName }: { readonly endpointName: string }) => `the endpoint ${endpointName}`,
  send: async ({ endpointName }, route) => {
    const { client, sdk } = await open(route);
    const endpoint = await client.send(new sdk.DescribeEndpointCommand({ EndpointName: endpointName }), { abortSignal: route.signal });
    answered(endpoint.EndpointName, 'EndpointName');
    return endpoint;
  },
});
