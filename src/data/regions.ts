import type { Sourced } from './sourced.ts';

/** A Region of AWS. */
export interface Region {
  readonly code: string;
  readonly partition: string;
  /** `opt-in`: an account cannot use it before it has enabled it. `default`: every account of the partition can. */
  readonly availability: 'default' | 'opt-in';
}

const regions = (partition: string, availability: Region['availability'], codes: string): readonly Region[] =>
  codes.split(' ').map((code) => ({ code, partition, availability }));

/** Regions for which the SDKs know no endpoint of SageMaker. It may come to them: a Region that is named is asked all the same. */
export const REGIONS_WITHOUT_SAGEMAKER: Sourced<readonly string[]> = {
  source: 'https://github.com/boto/botocore/blob/develop/botocore/data/endpoints.json',
  asOf: '2026-11-21',
  values: ['me-west-1', 'sa-west-1', 'us-iso-west-1', 'us-isob-west-1'],
};

/**
 * Every Region that AWS had published. New ones appear, so a code that is missing here may exist all the same.
 * Of the partition `aws`, Regions opened after 20 March 2019 are opt-in: https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html
 */
export const REGIONS: Sourced<readonly Region[]> = {
  source: 'https://github.com/boto/botocore/blob/develop/botocore/data/partitions.json',
  asOf: '2026-11-21',
  values: [
    ...regions('aws', 'default', 'us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 sa-east-1'),
    ...regions('aws', 'default', 'eu-central-1 eu-north-1 eu-west-1 eu-west-2 eu-west-3'),
    ...regions('aws', 'default', 'ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2'),
    ...regions(
      'aws',
      'opt-in',
      'af-south-1 ca-west-1 eu-central-2 eu-south-1 eu-south-2 il-central-1 me-central-1 me-south-1 me-west-1 mx-central-1 sa-west-1',
    ),
    ...regions('aws', 'opt-in', 'ap-east-1 ap-east-2 ap-south-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7'),
    ...regions('aws-cn', 'default', 'cn-north-1 cn-northwest-1'),
    ...regions('aws-us-gov', 'default', 'us-gov-east-1 us-gov-west-1'),
    ...regions('aws-iso', 'default', 'us-iso-east-1 us-iso-west-1'),
    ...regions('aws-iso-b', 'default', 'us-isob-east-1 us-isob-west-1'),
    ...regions('aws-iso-e', 'default', 'eu-isoe-west-1'),
    ...regions('aws-iso-f', 'default', 'us-isof-east-1 us-isof-south-1'),
    ...regions('aws-eusc', 'default', 'eusc-de-east-1'),
  ],
};
