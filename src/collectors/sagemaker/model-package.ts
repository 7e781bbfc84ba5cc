import { answered } from '../../aws/operation.ts';
import { describeModelPackage } from '../../aws/operations/sagemaker.ts';
import { absent, present } from '../../model/fact.ts';
import type { ModelPackage } from '../../model/facts/sagemaker.ts';
import { parseArn } from '../../reason/arn.ts';
import { defineCollector, invocation } from '../define.ts';
import type { DescribedContainer } from './containers.ts';
import { containerOf } from './containers.ts';
import { onThing } from './permissions.ts';

interface Described {
  readonly ModelPackageArn: string | undefined;
  readonly ModelPackageStatus: string | undefined;
  readonly ModelApprovalStatus?: string | undefined;
  readonly ModelPackageVersion?: number | undefined;
  readonly Domain?: string | undefined;
  readonly Task?: string | undefined;
  readonly SamplePayloadUrl?: string | undefined;
  readonly InferenceSpecification?: Specification | undefined;
}
interface Specification {
  readonly Containers: readonly DescribedContainer[] | undefined;
  readonly SupportedContentTypes?: readonly string[] | undefined;
  readonly SupportedRealtimeInferenceInstanceTypes?: readonly string[] | undefined;
}

const takenBy = ({ SupportedContentTypes: contentTypes, SupportedRealtimeInferenceInstanceTypes: instanceTypes }: Partial<Specification>) => ({
  ...(contentTypes !== undefined && { supportedContentTypes: contentTypes }),
  ...(instanceTypes !== undefined && { supportedRealtimeInstanceTypes: instanceTypes }),
});

const packageOf = (described: Described): ModelPackage => {
  const { ModelPackageArn, ModelPackageStatus, ModelApprovalStatus, ModelPackageVersion, Domain, Task, SamplePayloadUrl } = described;
  const specification = described.InferenceSpecification;
  return {
    arn: answered(ModelPackageArn, 'ModelPackageArn'),
    status: answered(ModelPackageStatus, 'ModelPackageStatus'),
    ...(ModelApprovalStatus !== undefined && { approval: ModelApprovalStatus }),
    containers: (specification?.Containers ?? []).map(containerOf),
    ...(ModelPackageVersion !== undefined && { version: ModelPackageVersion }),
    ...(Domain !== undefined && { domain: Domain }),
    ...(Task !== undefined && { task: Task }),
    ...(SamplePayloadUrl !== undefined && { samplePayloadUrl: SamplePayloadUrl }),
    ...takenBy(specification ?? {}),
  };
};

/** A model package, by name or ARN; an ARN is asked for in its own Region. */
export const sagemakerModelPackage = defineCollector({
  kind: 'sagemaker.modelPackage',
  operations: [describeModelPackage],
  region: ({ modelPackageName, region }) => parseArn(modelPackageName)?.region || region,
  calls: ({ modelPackageName }) => [invocation(describeModelPackage, { modelPackageName })],
  permissions: ({ modelPackageName, region }, { partition, account }) => [
    onThing('sagemaker:DescribeModelPackage', { type: 'model-package', name: modelPackageName, region, partition, account }),
  ],
  collect: async ({ modelPackageName }, call) => {
    const found = await call(describeModelPackage, { modelPackageName });
    if (found.state === 'absent') return absent;
    return present(packageOf(found.value));
  },
});
