import type { Issue } from './issue.ts';
import type { Document, Loan } from './loan.ts';
import type { Lifted } from './nested.ts';
import type { Manner, Notation, Translated } from './notation.ts';
import { assembled, at, formed, ignored, translate, within } from './notation.ts';
import type { OpenFile, PlacedIssue } from './opened.ts';
import { opened, placedIn } from './opened.ts';

type Raw = Readonly<Record<string, unknown>>;

/** The request of https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateInferenceRecommendationsJob.html */
const REQUEST: Notation = {
  JobName: at('jobName'),
  JobType: at('jobType'),
  RoleArn: at('executionRoleArn'),
  InputConfig: within({
    ModelPackageVersionArn: at('modelPackageName'),
    ModelName: at('modelName'),
    JobDurationInSeconds: at('limits', 'jobDurationInSeconds'),
    TrafficPattern: within({ TrafficType: at('trafficPattern', 'trafficType'), Phases: at('trafficPattern', 'phases'), ...ignored('Stairs') }),
    ResourceLimit: within({ MaxNumberOfTests: at('limits', 'maxNumberOfTests'), MaxParallelOfTests: at('limits', 'maxParallelOfTests') }),
    EndpointConfigurations: at('endpointConfigurations'),
    VolumeKmsKeyId: at('volumeKmsKeyId'),
    ContainerConfig: within({
      Domain: at('containerConfig', 'domain'),
      Task: at('containerConfig', 'task'),
      Framework: at('containerConfig', 'framework'),
      FrameworkVersion: at('containerConfig', 'frameworkVersion'),
      NearestModelName: at('containerConfig', 'nearestModelName'),
      PayloadConfig: within({
        SamplePayloadUrl: at('containerConfig', 'samplePayloadUrl'),
        SupportedContentTypes: at('containerConfig', 'supportedContentTypes'),
      }),
      SupportedInstanceTypes: at('containerConfig', 'supportedInstanceTypes'),
      SupportedEndpointType: at('containerConfig', 'supportedEndpointType'),
      ...ignored('DataInputConfig', 'SupportedResponseMIMETypes'),
    }),
    Endpoints: formed({ each: ['EndpointName'] }, 'endpoints'),
    VpcConfig: at('vpcConfig'),
  }),
  StoppingConditions: within({
    MaxInvocations: at('limits', 'maxInvocations'),
    ModelLatencyThresholds: formed({ each: ['Percentile'] }, 'limits', 'latencyPercentiles'),
    ...ignored('FlatInvocations'),
  }),
  OutputConfig: within({ KmsKeyId: at('outputKmsKeyId'), CompiledOutputConfig: within({ S3OutputUri: at('compiledOutputUri') }) }),
  Tags: formed('tags', 'tags'),
  ...ignored('JobDescription'),
};

const MANNER: Manner = { spelt: (key) => key.charAt(0).toUpperCase() + key.slice(1), isOpen: () => false };

const KEYS = Object.keys(REQUEST);

/** Keys of the request that an entry may hold itself; those that a target spells alike are the target's own. */
const isPasted = (key: string): boolean => KEYS.includes(key) || ['inputConfig', 'stoppingConditions', 'outputConfig', 'jobDescription'].includes(key);

const issuesOf = ({ unknown, misshapen }: Translated): readonly Issue[] => [
  ...misshapen.map((path) => ({ path, message: 'is not a map of keys' })),
  // A key that is like none may be newer than this program.
  ...unknown.flatMap(({ path, nearest }) => (nearest === undefined ? [] : [{ path, message: 'unknown key', nearest }])),
];

/** An entry with what a request says that is written in it, or in a file that it names. */
export interface Requested extends Lifted {
  readonly issues: readonly PlacedIssue[];
}

const loansOf = ({ carried }: Translated, own: Raw, document: Document | undefined): readonly Loan[] =>
  carried.filter(({ to: [key] }) => !Object.hasOwn(own, String(key))).map(({ to, from }) => ({ to, from, ...(document !== undefined && { document }) }));

const take = (entry: Raw, request: Raw, { from, document }: { readonly from: readonly string[]; readonly document?: Document }): Requested => {
  const translated = translate(request, REQUEST, { from, manner: MANNER });
  return {
    raw: { ...assembled(translated.carried), ...entry },
    loans: loansOf(translated, entry, document),
    issues: issuesOf(translated).map((issue) => (document === undefined ? issue : placedIn(document, issue))),
  };
};

const pastedIn = (entry: Raw): Requested => {
  const [pasted, own] = [Object.entries(entry).filter(([key]) => isPasted(key)), Object.entries(entry).filter(([key]) => !isPasted(key))];
  return pasted.length === 0 ? { raw: entry, loans: [], issues: [] } : take(Object.fromEntries(own), Object.fromEntries(pasted), { from: [] });
};

/** Takes what a request of CreateInferenceRecommendationsJob says: `request`, inline or in a file, or its keys in the entry. The entry's own keys win. */
export const requested = (entry: Raw, open: OpenFile): Requested => {
  const { request, ...rest } = entry;
  const own = pastedIn(rest);
  if (request === undefined) return own;
  const read = opened(request, 'request', open);
  if ('issue' in read) return { ...own, issues: [...own.issues, read.issue] };
  const taken = take(own.raw, read.value, { from: read.from, ...(read.document !== undefined && { document: read.document }) });
  return { raw: taken.raw, loans: [...own.loans, ...taken.loans], issues: [...own.issues, ...taken.issues] };
};
