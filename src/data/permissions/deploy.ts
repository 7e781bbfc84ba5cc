import type { LocalArn, Permission, PermissionResource, RequestContext } from '../../model/permission.ts';
import type { Target } from '../../model/target.ts';

const SOURCE = 'https://docs.aws.amazon.com/sagemaker/latest/dg/api-permissions-reference.html';

const model = ({ modelName }: Target): PermissionResource => ({
  kind: 'named',
  service: 'sagemaker',
  before: 'model/',
  name: modelName,
  field: 'modelName',
});
const endpointConfig = ({ endpointConfigName }: Target): PermissionResource => ({
  kind: 'named',
  service: 'sagemaker',
  before: 'endpoint-config/',
  name: endpointConfigName,
  field: 'endpointConfigName',
});
const endpoint = ({ endpointName }: Target): PermissionResource => ({
  kind: 'named',
  service: 'sagemaker',
  before: 'endpoint/',
  name: endpointName,
  field: 'endpointName',
});

const NO_TAGS: RequestContext = { 'aws:RequestTag/*': [], 'aws:TagKeys': [] };

/** The tags that the request sets; a plan without tags sets none. */
const tagged = ({ tags = {} }: Target): RequestContext => ({
  ...NO_TAGS,
  ...Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:RequestTag/${key}`, value])),
  'aws:TagKeys': Object.keys(tags),
});

// Without the parameter AWS does not document whether the key is sent as false or not at all.
const isolated = ({ enableNetworkIsolation }: Target): RequestContext =>
  enableNetworkIsolation === undefined ? {} : { 'sagemaker:NetworkIsolation': String(enableNetworkIsolation) };

const inVpc = ({ vpcConfig }: Target): RequestContext => ({
  'sagemaker:VpcSubnets': vpcConfig?.subnets ?? [],
  'sagemaker:VpcSecurityGroupIds': vpcConfig?.securityGroupIds ?? [],
});

/** What an endpoint configuration of instances carries, and a serverless one does not. */
const onInstances = ({ instanceType, acceleratorType }: Target): RequestContext => ({
  'sagemaker:InstanceTypes': instanceType === undefined ? [] : [instanceType],
  'sagemaker:AcceleratorTypes': acceleratorType === undefined ? [] : [acceleratorType],
});

const withoutServers = ({ serverlessConfig }: Target): RequestContext =>
  serverlessConfig === undefined
    ? {}
    : {
        'sagemaker:ServerlessMemorySize': String(serverlessConfig.memorySizeInMB),
        'sagemaker:ServerlessMaxConcurrency': String(serverlessConfig.maxConcurrency),
      };

const KEY_ARN = /^arn:[^:]+:kms:[^:]+:[^:]+:key\//;

// The documentation names the key VolumeKmsKey, the service's own table VolumeKmsKeyArn. A key that is named otherwise than by its ARN stays unknown.
const encrypted = ({ kmsKeyId }: Target): RequestContext => {
  if (kmsKeyId === undefined) return { 'sagemaker:VolumeKmsKey': [], 'sagemaker:VolumeKmsKeyArn': [] };
  return KEY_ARN.test(kmsKeyId) ? { 'sagemaker:VolumeKmsKey': kmsKeyId, 'sagemaker:VolumeKmsKeyArn': kmsKeyId } : {};
};

const ofModel = ({ modelName }: Target, arn: LocalArn): RequestContext =>
  modelName === undefined ? {} : { 'sagemaker:ModelArn': arn('sagemaker', `model/${modelName}`) };

/** What the deployer needs for CreateModel, beside passing the role. */
export const CREATE_MODEL: readonly Permission<Target>[] = [
  {
    who: 'deployer',
    action: 'sagemaker:CreateModel',
    resource: model,
    context: (target) => ({ ...tagged(target), ...isolated(target), ...inVpc(target) }),
    source: SOURCE,
  },
];

/** What the deployer needs for CreateEndpointConfig. */
export const CREATE_ENDPOINT_CONFIG: readonly Permission<Target>[] = [
  {
    who: 'deployer',
    action: 'sagemaker:CreateEndpointConfig',
    resource: endpointConfig,
    context: (target, arn) => ({
      ...tagged(target),
      ...isolated(target),
      ...inVpc(target),
      ...onInstances(target),
      ...withoutServers(target),
      ...encrypted(target),
      ...ofModel(target, arn),
    }),
    source: SOURCE,
  },
];

/** What the deployer needs for CreateEndpoint: the endpoint, and the configuration that it takes. */
export const CREATE_ENDPOINT: readonly Permission<Target>[] = [endpoint, endpointConfig].map((resource) => ({
  who: 'deployer',
  action: 'sagemaker:CreateEndpoint',
  resource,
  context: tagged,
  source: SOURCE,
}));

/** What the deployer needs for UpdateEndpoint, which sets no tags. */
export const UPDATE_ENDPOINT: readonly Permission<Target>[] = [endpoint, endpointConfig].map((resource) => ({
  who: 'deployer',
  action: 'sagemaker:UpdateEndpoint',
  resource,
  context: () => NO_TAGS,
  source: SOURCE,
}));

const TAGGED_BY = [
  ['CreateModel', model],
  ['CreateEndpointConfig', endpointConfig],
  ['CreateEndpoint', endpoint],
] as const;

/** What the deployer needs so that the three may be made with tags. */
export const ADD_TAGS: readonly Permission<Target>[] = TAGGED_BY.map(([call, resource]) => ({
  who: 'deployer',
  action: 'sagemaker:AddTags',
  resource,
  context: (target) => ({ ...tagged(target), 'sagemaker:TaggingAction': call }),
  source: SOURCE,
}));
