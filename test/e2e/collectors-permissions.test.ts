import { DeleteRolePolicyCommand, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { CreateDomainCommand } from '@aws-sdk/client-sagemaker';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { openClients } from '../../src/aws/clients.ts';
import { openSession } from '../../src/aws/session.ts';
import { COLLECTORS } from '../../src/collectors/index.ts';
import { readerOf } from '../../src/collectors/read.ts';
import type { Fact, FactKind, FactParams } from '../../src/model/fact.ts';
import { allowEgress, revokeEgress, tcp } from '../support/break-network.ts';
import type { SessionKeys } from '../support/clients.ts';
import { adminClients, assume } from '../support/clients.ts';
import { createJumpStart, jumpStartBucket } from '../support/jumpstart.ts';
import type { ReadyVpc } from '../support/ready-network.ts';
import { readyVpc } from '../support/ready-network.ts';
import type { Site } from '../support/seed.ts';
import { createBucket, createInstanceEndpoint, createRole, document, trustingAccount } from '../support/seed.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';

jest.setTimeout(60_000);

// What each collector says that it needs, put to the test with moto deciding by policies. What the proxy answers itself is not there:
// user profiles, spaces, hubs, training jobs in progress, endpoint services and quotas.
const REGION = 'us-east-1';
const READER = 'Reader';
let stage: Stage;
let site: Site;
let vpc: ReadyVpc;
let keys: SessionKeys;

beforeAll(async () => {
  stage = await startStage();
  const place = { url: stage.proxy.url, account: stage.nextAccount(), region: REGION };
  site = { ...place, admin: await adminClients(place) };
  vpc = await readyVpc(site);
  await revokeEgress(site, vpc.groupId);
  await allowEgress(site, vpc.groupId, tcp(443, vpc.s3PrefixListId));
  await createBucket(site, 'churn-data');
  await createJumpStart(site, [{ modelId: 'm', version: '1.0.0' }]);
  await createInstanceEndpoint(site, { name: 'e', executionRoleArn: 'arn:aws:iam::1:role/e', image: 'i', instanceType: 'ml.m5.large', count: 1 });
  await site.admin.sagemaker.send(new CreateDomainCommand({ DomainName: 'ml', AuthMode: 'IAM', DefaultUserSettings: {}, SubnetIds: ['s'], VpcId: 'v' }));
  keys = await assume(site, await createRole(site, { name: READER, trust: document(trustingAccount(site, 'sts:AssumeRole')), policies: {} }));
}, 120_000);
afterAll(() => stage?.stop());

/** moto knows no ARN of these services in policies, hence `*`. */
const readWith = async (actions: readonly string[], kind: FactKind, params: object): Promise<Fact> => {
  // A policy that allows nothing is none.
  const PolicyDocument = document({ Effect: 'Allow', Action: ['sts:GetCallerIdentity', ...actions], Resource: '*' });
  await site.admin.iam.send(new PutRolePolicyCommand({ RoleName: READER, PolicyName: 'Reads', PolicyDocument }));
  await stage.moto.enforcePolicies('enforced');
  const session = openSession({ clients: openClients({ version: '0', endpoint: site.url, credentials: async () => keys }) });
  const fact = await readerOf(session)(kind, params as Readonly<Record<string, unknown>>);
  await session.close();
  await stage.moto.enforcePolicies('open');
  await site.admin.iam.send(new DeleteRolePolicyCommand({ RoleName: READER, PolicyName: 'Reads' }));
  return fact;
};

const isWhole = (fact: Fact): boolean => fact.state === 'present' && !JSON.stringify(fact).includes('"state":"unknown"');

const ofVpc = () => ({ vpcId: vpc.vpcId, region: REGION });
type Params = { readonly [K in FactKind]?: () => FactParams<K> };
const KINDS: Params = {
  'ec2.subnet': () => ({ subnetId: vpc.subnetIds[0] ?? '', region: REGION }),
  'ec2.vpc': ofVpc,
  'ec2.vpcDns': ofVpc,
  'ec2.routeTables': ofVpc,
  'ec2.networkAcls': ofVpc,
  'ec2.securityGroup': () => ({ groupId: vpc.groupId, region: REGION }),
  'ec2.securityGroups': ofVpc,
  'ec2.vpcEndpoints': ofVpc,
  'ec2.natGateways': ofVpc,
  'ec2.internetGateways': ofVpc,
  'ec2.prefixList': () => ({ name: `com.amazonaws.${REGION}.s3`, region: REGION }),
  // moto takes the signature of a prefix with a slash for a wrong one.
  's3.prefix': () => ({ bucket: 'churn-data', prefix: 'p', region: REGION }),
  'sagemaker.domain': () => ({ domainId: 'd-ml', region: REGION }),
  'sagemaker.endpointInstances': () => ({ region: REGION }),
  'jumpstart.versions': () => ({ bucket: jumpStartBucket(REGION), region: REGION, modelId: 'm' }),
  'jumpstart.spec': () => ({ bucket: jumpStartBucket(REGION), region: REGION, modelId: 'm', version: '*' }),
};

/** Asked for only where routes name lists of customers, which this network has not. */
const NOT_NEEDED_HERE: Readonly<Partial<Record<FactKind, string>>> = { 'ec2.routeTables': 'ec2:GetManagedPrefixListEntries' };

describe.each(Object.entries(KINDS) as readonly (readonly [FactKind, () => object])[])('%s', (kind, paramsOf) => {
  const actionsFor = (params: object): readonly string[] => {
    const needed = COLLECTORS[kind as 'ec2.vpc'].permissions(params as never, { partition: 'aws', account: site.account });
    return [...new Set(needed.map(({ action }) => action))];
  };
  test('its actions suffice, and none can be left out', async () => {
    const params = paramsOf();
    const actions = actionsFor(params);
    expect(actions.length).toBeGreaterThan(0);
    expect({ actions, whole: isWhole(await readWith(actions, kind, params)) }).toEqual({ actions, whole: true });
    for (const left of actions.filter((action) => action !== NOT_NEEDED_HERE[kind])) {
      const others = actions.filter((action) => action !== left);
      expect({ left, whole: isWhole(await readWith(others, kind, params)) }).toEqual({ left, whole: false });
    }
  });
});
