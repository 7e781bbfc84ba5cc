import type { ServiceName } from './clients.ts';
import type { Allowance } from './pace.ts';

/** Where nothing is published, AWS is taken at its word: it throttles. */
const ELSEWHERE: Allowance = { perSecond: 100, burst: 200 };

/**
 * What services are known to take of one account. EC2 publishes its buckets for calls that only read
 * (https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html), CloudTrail for LookupEvents
 * (https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html), IAM does not; the burst lets a single check through at once.
 */
const ALLOWANCES: Partial<Readonly<Record<ServiceName, Allowance>>> = {
  cloudtrail: { perSecond: 2, burst: 2 },
  ec2: { perSecond: 20, burst: 100 },
  iam: { perSecond: 10, burst: 60 },
};

/** Services that count an account's requests of all Regions together. */
const GLOBAL: ReadonlySet<ServiceName> = new Set(['iam', 'iam-simulator', 'organizations']);

/** The pace that a run begins with. */
export const allowanceOf = (service: ServiceName): Allowance => ALLOWANCES[service] ?? ELSEWHERE;

/** Names what AWS counts together: a service in a Region. */
export const countedAs = (service: ServiceName, region: string): string => (GLOBAL.has(service) ? service : `${service} ${region}`);
