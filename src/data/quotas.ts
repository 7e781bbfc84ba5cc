export const SERVERLESS_TOTAL_CONCURRENCY = {
  serviceCode: 'sagemaker',
  code: 'L-96300102',
  name: 'Maximum total concurrency that can be allocated across all serverless endpoints',
} as const;
