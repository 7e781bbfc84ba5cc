import { homeRegionOfPartition } from '../aws/home-region.ts';
import type { Trace } from '../model/trace.ts';
import type { Evidence, Subject } from '../model/verdict.ts';
import { parseArn, partitionOf, roleArnOf } from '../reason/arn.ts';

/** Where CloudTrail is asked, and for what. */
export interface TrailQuestion {
  readonly region: string;
  /** As events name the resource. */
  readonly name: string;
}

/** The account and Region that a finding is about. */
export interface TrailPlace {
  /** 12 digits. */
  readonly account: string;
  readonly region: string;
}

const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

interface Named {
  readonly arn: string;
  /** The sixth field of the ARN. */
  readonly resource: string;
}

const nameThenArn = ({ arn, resource }: Named): readonly string[] => [lastOf(resource), arn];
const bucketNames = (bucket: string, partition: string): readonly string[] => [bucket, `arn:${partition}:s3:::${bucket}`];

// How a service names its resources in events is published by example only; what is likeliest stands first.
// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
const NAMES: Readonly<Record<string, (named: Named, partition: string) => readonly string[]>> = {
  ec2: ({ resource }) => [lastOf(resource)],
  ecr: ({ arn, resource }) => [arn, resource.slice(resource.indexOf('/') + 1)],
  iam: nameThenArn,
  kms: ({ arn, resource }) => [arn, resource.startsWith('alias/') ? resource : lastOf(resource)],
  s3: ({ resource }, partition) => bucketNames(resource.split('/')[0] ?? '', partition),
  sagemaker: nameThenArn,
};

const ofArn = (text: string, { account, region }: TrailPlace): readonly TrailQuestion[] => {
  const named = parseArn(roleArnOf(text) ?? text);
  // Another account's events are told to that account.
  if (named === undefined || (named.account !== '' && named.account !== account)) return [];
  const home = named.service === 'iam' ? homeRegionOfPartition(named.partition) : named.region || region;
  return (NAMES[named.service]?.({ arn: roleArnOf(text) ?? text, resource: named.resource }, named.partition) ?? []).map((name) => ({ region: home, name }));
};

const IMAGE = /^(\d{12})\.dkr\.ecr(?:-fips)?\.([\w-]+)\.[\w.]+\/([^:@]+)/;
const EC2_ID = /^[a-z]+-[0-9a-f]{8,17}$/;
const KEY = /^(?:alias\/.+|[0-9a-f-]{36}|mrk-[0-9a-f]{32})$/;

const ofImage = (text: string, { account }: TrailPlace): readonly TrailQuestion[] => {
  const [, owner, region = '', repository = ''] = IMAGE.exec(text) ?? [];
  if (owner !== account) return [];
  return [`arn:${partitionOf(region)}:ecr:${region}:${account}:repository/${repository}`, repository].map((name) => ({ region, name }));
};

const ofText = (text: string, place: TrailPlace): readonly TrailQuestion[] => {
  const { region } = place;
  if (text.startsWith('arn:')) return ofArn(text, place);
  if (text.startsWith('s3://')) return bucketNames(text.slice('s3://'.length).split('/')[0] ?? '', partitionOf(region)).map((name) => ({ region, name }));
  if (IMAGE.test(text)) return ofImage(text, place);
  return EC2_ID.test(text) || KEY.test(text) ? [{ region, name: text }] : [];
};

/** Kinds that are things in the account, and no part of a plan. */
const THINGS: readonly string[] = ['studio-domain', 'studio-space', 'studio-user-profile'];

const ofSubject = (subject: Subject, place: TrailPlace): readonly TrailQuestion[] => {
  if (typeof subject === 'string') return ofText(subject, place);
  return THINGS.includes(subject.kind) ? [{ region: subject.region, name: subject.name }] : [];
};

/** What decided: where a packet was stopped, and whose policy denied or did not allow. */
const placesIn = (trace: Trace): readonly string[] => {
  if (trace.kind === 'network') return trace.hops.filter(({ verdict }) => verdict === 'stops').map(({ from }) => from);
  return [...trace.deciding.flatMap(({ policyArn }) => policyArn ?? []), trace.principal, trace.resource];
};

/** What to ask CloudTrail about a failure, likeliest first: its subject, then what decided. Empty where it is about nothing that an event could name. */
export const trailQuestions = ({ subject, trace }: Evidence, place: TrailPlace): readonly TrailQuestion[] => {
  const all = [...ofSubject(subject, place), ...(trace === undefined ? [] : placesIn(trace)).flatMap((text) => ofText(text, place))];
  return all.filter(({ name, region }, index) => name !== '' && all.findIndex((other) => other.name === name && other.region === region) === index);
};
