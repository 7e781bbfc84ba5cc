import type { Sourced } from './sourced.ts';

/** A quota by the code and the name that Service Quotas gives it. */
export interface QuotaCode {
  readonly serviceCode: string;
  readonly code: string;
  readonly name: string;
}

const sagemaker = (code: string, name: string): QuotaCode => ({ serviceCode: 'sagemaker', code, name });

/** Concurrency that all serverless endpoints of an account share in a Region. */
export const SERVERLESS_TOTAL_CONCURRENCY: QuotaCode = sagemaker(
  'L-96300102',
  'Maximum total concurrency that can be allocated across all serverless endpoints',
);

/**
 * Quotas of SageMaker AI whose code is known. AWS's page has the names; codes it gives only in `aws service-quotas list-service-quotas --service-code sagemaker`
 * and in the console's addresses (`…/servicequotas/home/services/sagemaker/quotas/<code>`), which public deployment guides quote.
 * There is one quota per instance type and use, named `ml.<type> for <use> usage`: look the others up by that name.
 */
export const SAGEMAKER_QUOTAS: Sourced<readonly QuotaCode[]> = {
  source: 'https://docs.aws.amazon.com/general/latest/gr/sagemaker.html',
  asOf: '2026-11-21',
  values: [
    SERVERLESS_TOTAL_CONCURRENCY,
    sagemaker('L-7A3DF611', 'Number of instances across active endpoints'),
    sagemaker('L-00C91CB5', 'Number of instances across all training jobs'),
    sagemaker('L-F311B08F', 'Number of instances across all processing jobs'),
    sagemaker('L-60D2A6F0', 'Number of instances across all transform jobs'),
    sagemaker('L-04CE2E67', 'Total number of notebook instances'),
    sagemaker('L-B683BCB0', 'Total domains'),
    sagemaker('L-AC46C40F', 'Maximum number of Studio user profiles allowed per account'),
    sagemaker('L-1928E07B', 'ml.g5.xlarge for endpoint usage'),
    sagemaker('L-9614C779', 'ml.g5.2xlarge for endpoint usage'),
    sagemaker('L-C1B9A48D', 'ml.g5.4xlarge for endpoint usage'),
    sagemaker('L-065D610E', 'ml.g5.8xlarge for endpoint usage'),
    sagemaker('L-D470D954', 'ml.g6.xlarge for endpoint usage'),
    sagemaker('L-56AE9D73', 'ml.g6.xlarge for training job usage'),
    sagemaker('L-A886A53A', 'ml.g6.xlarge for spot training job usage'),
  ],
};
