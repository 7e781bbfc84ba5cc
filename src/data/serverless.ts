export const MEMORY_SIZES_MB = {
  source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html',
  asOf: '2026-11-21',
  values: [1024, 2048, 3072, 4096, 5120, 6144],
} as const satisfies { readonly values: readonly number[]; source: string; asOf: string };
