import type { Route } from '../operation.ts';
import { answered, defineOperation } from '../operation.ts';
import { drain } from '../pages.ts';

const PAGE = 100;
/** SageMaker says "no such" with a ValidationException, in one of several wordings; other faults of the input come under the same name. */
const NO_SUCH = { name: 'ValidationException', message: /Could not find|Cannot find|does not exist|not found/ };
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

/** One endpoint. Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeEndpoint.html */
export const describeEndpoint = defineOperation({
  name: 'sagemaker:DescribeEndpoint',
  service: 'sagemaker',
  actions: ['sagemaker:DescribeEndpoint'],
  absentWhen: [NO_SUCH],
  subject: ({ endpointName }: { readonly endpointName: string }) => `the endpoint ${endpointName}`,
  send: async ({ endpointName }, route) => {
    const { client, sdk } = await open(route);
    const endpoint = await client.send(new sdk.DescribeEndpointCommand({ EndpointName: endpointName }), { abortSignal: route.signal });
    answered(endpoint.EndpointName, 'EndpointName');
    return endpoint;
  },
});

/** One endpoint configuration. Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeEndpointConfig.html */
export const describeEndpointConfig = defineOperation({
  name: 'sagemaker:DescribeEndpointConfig',
  service: 'sagemaker',
  actions: ['sagemaker:DescribeEndpointConfig'],
  absentWhen: [NO_SUCH],
  subject: ({ endpointConfigName }: { readonly endpointConfigName: string }) => `the endpoint configuration ${endpointConfigName}`,
  send: async ({ endpointConfigName }, route) => {
    const { client, sdk } = await open(route);
    const config = await client.send(new sdk.DescribeEndpointConfigCommand({ EndpointConfigName: endpointConfigName }), { abortSignal: route.signal });
    answered(config.EndpointConfigName, 'EndpointConfigName');
    return config;
  },
});

/** One model. Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeModel.html */
export const describeModel = defineOperation({
  name: 'sagemaker:DescribeModel',
  service: 'sagemaker',
  actions: ['sagemaker:DescribeModel'],
  absentWhen: [NO_SUCH],
  subject: ({ modelName }: { readonly modelName: string }) => `the model ${modelName}`,
  send: async ({ modelName }, route) => {
    const { client, sdk } = await open(route);
    const model = await client.send(new sdk.DescribeModelCommand({ ModelName: modelName }), { abortSignal: route.signal });
    answered(model.ModelName, 'ModelName');
    return model;
  },
});

/** One model package, by name or ARN; a version of a group has no name of its own. Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeModelPackage.html */
export const describeModelPackage = defineOperation({
  name: 'sagemaker:DescribeModelPackage',
  service: 'sagemaker',
  actions: ['sagemaker:DescribeModelPackage'],
  absentWhen: [NO_SUCH],
  subject: ({ modelPackageName }: { readonly modelPackageName: string }) => `the model package ${modelPackageName}`,
  send: async ({ modelPackageName }, route) => {
    const { client, sdk } = await open(route);
    const found = await client.send(new sdk.DescribeModelPackageCommand({ ModelPackageName: modelPackageName }), { abortSignal: route.signal });
    answered(found.ModelPackageArn, 'ModelPackageArn');
    return found;
  },
});
