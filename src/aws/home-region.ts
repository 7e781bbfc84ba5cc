const HOMES: readonly (readonly [partition: string, prefix: string, home: string])[] = [
  ['aws-cn', 'cn-', 'cn-northwest-1'],
  ['aws-us-gov', 'us-gov-', 'us-gov-west-1'],
  ['aws-iso-b', 'us-isob-', 'us-isob-east-1'],
  ['aws-iso-f', 'us-isof-', 'us-isof-south-1'],
  ['aws-iso', 'us-iso-', 'us-iso-east-1'],
  ['aws-iso-e', 'eu-isoe-', 'eu-isoe-west-1'],
  ['aws-eusc', 'eusc-', 'eusc-de-east-1'],
];
const COMMERCIAL_HOME = 'us-east-1';

/** The Region that signs for a partition's global services, and is enabled in every account. Source: `implicitGlobalRegion` in the partitions.json of the AWS SDKs. */
export const homeRegionOfPartition = (partition: string): string => HOMES.find(([name]) => name === partition)?.[2] ?? COMMERCIAL_HOME;

/** The home Region of the partition that a Region belongs to. */
export const homeRegionOf = (region: string): string => HOMES.find(([, prefix]) => region.startsWith(prefix))?.[2] ?? COMMERCIAL_HOME;
