import { ALGORITHM_REGISTRIES } from './registries/algorithms.ts';
import type { RegistryFamily } from './registries/family.ts';
import { FRAMEWORK_REGISTRIES } from './registries/frameworks.ts';
import { JOB_REGISTRIES } from './registries/jobs.ts';
import type { Sourced } from './sourced.ts';

/**
 * The private ECR registries, owned by AWS, that SageMaker images come from.
 * Images of AWS Marketplace products and of `public.ecr.aws` are not among them.
 *
 * The account of an image in another Region is that of the family which holds its repository; two families may share an account.
 * Some older repositories also lived in a further family's account (`sagemaker-tritonserver` in Neo's), so an account that any family lists is AWS's own.
 *
 * To refresh: for the newest `sagemaker-core` and the newest `sagemaker` 2.x on PyPI, read every object with `registries` in `image_uri_config/*.json`
 * and join those whose repositories are kept in the same accounts. A repository never has two accounts in one Region: if it does, a family must be split.
 * Three repositories are not in those files: `sagemaker-neo-keras` and `sagemaker-neo-onnx`
 * (https://docs.aws.amazon.com/sagemaker/latest/dg/neo-deployment-hosting-services-container-images.html), and `sagemaker-sklearn-automl` (observed in models of Autopilot).
 */
export const SAGEMAKER_REGISTRIES: Sourced<readonly RegistryFamily[]> = {
  source: 'https://github.com/aws/sagemaker-python-sdk/tree/master/sagemaker-core/src/sagemaker/core/image_uri_config',
  asOf: '2026-11-21',
  values: [...FRAMEWORK_REGISTRIES, ...ALGORITHM_REGISTRIES, ...JOB_REGISTRIES],
};
