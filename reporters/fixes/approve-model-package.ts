import type { FixRenderer } from '../rendered-fix.ts';
import { awsCommand } from '../shell.ts';
import { visible } from '../text.ts';

/** Approves a version of a model package. */
export const approveModelPackage: FixRenderer<'approve-model-package'> = ({ modelPackageArn, region }) => ({
  text: `Approve ${visible(modelPackageArn)}, if it is the version that is meant to be deployed.`,
  commands: [awsCommand(['sagemaker', 'update-model-package'], { 'model-package-arn': modelPackageArn, 'model-approval-status': 'Approved', region })],
});
