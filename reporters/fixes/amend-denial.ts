import type { FixOf } from '../../src/model/fix.ts';
import type { PolicyKind } from '../../src/model/policy.ts';
import { identityOf, isAwsManagedPolicy, namedBy } from '../arn.ts';
import type { PolicyHome } from '../policy-edit.ts';
import { bucketPolicy, editByHand, endpointPolicy, keyPolicy, managedPolicy, trustPolicy } from '../policy-edit.ts';
import type { FixRenderer } from '../rendered-fix.ts';
import { placeOf } from '../statement.ts';
import { visible } from '../text.ts';

type Denial = FixOf<'amend-denial'>;
type Home = (denial: Denial) => PolicyHome | undefined;

const nowhere: Home = () => undefined;

const inline: Home = ({ holder, statement }) => {
  const identity = identityOf(holder);
  if (identity === undefined) return undefined;
  const { kind, name } = identity;
  const whose = { [`${kind}-name`]: name, 'policy-name': statement.policy };
  return {
    file: 'policy',
    read: { words: ['iam', `get-${kind}-policy`], options: { ...whose, query: 'PolicyDocument', output: 'json' } },
    put: { words: ['iam', `put-${kind}-policy`], options: (document) => ({ ...whose, 'policy-document': document }) },
  };
};

const managed: Home = ({ statement: { policyArn } }) => (policyArn === undefined || isAwsManagedPolicy(policyArn) ? undefined : managedPolicy(policyArn));

const organisation: Home = ({ statement: { policyArn } }) => {
  if (policyArn === undefined || isAwsManagedPolicy(policyArn)) return undefined;
  const policyId = { 'policy-id': namedBy(policyArn).name };
  return {
    file: 'organisation-policy',
    read: { words: ['organizations', 'describe-policy'], options: { ...policyId, query: 'Policy.Content', output: 'text' } },
    put: { words: ['organizations', 'update-policy'], options: (content) => ({ ...policyId, content }) },
  };
};

// Objects and buckets: arn:PARTITION:s3:::bucket/key.
const bucketName = (holder: string): string => (holder.split(':').at(-1) ?? holder).split('/')[0] ?? holder;

const trust: Home = ({ holder }) => {
  const identity = identityOf(holder);
  return identity?.kind === 'role' ? trustPolicy(identity.name) : undefined;
};

const repository: Home = ({ holder }) => {
  const { region, account, service } = namedBy(holder);
  const name = holder.split(':repository/')[1];
  if (service !== 'ecr' || name === undefined) return undefined;
  const where = { 'registry-id': account, 'repository-name': name, region };
  return {
    file: 'repository-policy',
    read: { words: ['ecr', 'get-repository-policy'], options: { ...where, query: 'policyText', output: 'text' } },
    put: { words: ['ecr', 'set-repository-policy'], options: (document) => ({ ...where, 'policy-text': document }) },
  };
};

const endpoint: Home = ({ holder }) => {
  const { region, service, name } = namedBy(holder);
  return service === 'ec2' && name.startsWith('vpce-') ? endpointPolicy(name, region) : undefined;
};

const HOMES: Readonly<Record<PolicyKind, Home>> = {
  inline,
  managed,
  boundary: managed,
  session: nowhere,
  scp: organisation,
  rcp: organisation,
  trust,
  bucket: ({ holder }) => bucketPolicy(bucketName(holder)),
  key: ({ holder }) => (namedBy(holder).region === '' ? undefined : keyPolicy(holder, namedBy(holder).region)),
  repository,
  'vpc-endpoint': endpoint,
  resource: nowhere,
};

/** Takes out or narrows a Deny: by hand, since a denial may stand there for a good reason. */
export const amendDenial: FixRenderer<'amend-denial'> = (denial) => {
  const home = HOMES[denial.statement.policyKind](denial);
  const task = `Narrow or take out the denial in ${placeOf(denial.statement)} of ${visible(denial.holder)}: ${visible(denial.why).replace(/\.$/, '')}`;
  if (home === undefined) return { text: task, commands: [] };
  return { text: `${task}. Edit ${home.file}.json between these two commands:`, commands: editByHand(home) };
};
