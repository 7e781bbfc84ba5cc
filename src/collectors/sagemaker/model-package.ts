import { answered } from '../../aws/operation.ts';
import { describeModelPackage } from '../../aws/operations/sagemaker.ts';
import { absent, present } from '../../model/fact.ts';
import { parseArn } from '../../reason/arn.ts';
import { defineCollector, invocation } from '../define.ts';
import { containerOf } from './containers.ts';
import { onThing } from './permissions.ts';

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
    const { ModelPackageArn, ModelPackageStatus, ModelApprovalStatus, InferenceSpecification } = found.value;
    return present({
      arn: answered(ModelPackageArn, 'ModelPackageArn'),
      status: answered(ModelPackageStatus, 'ModelPackageStatus'),
      ...(ModelApprovalStatus !== undefined && { approval: ModelApprovalStatus }),
      containers: (InferenceSpecification?.Containers ?? []).map(containerOf),
    });
  },
});
