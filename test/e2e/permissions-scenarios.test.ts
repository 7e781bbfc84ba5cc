import { PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { PolicyStatement } from '../../src/model/policy.ts';
import type { Report } from '../../src/model/report.ts';
import type { Target } from '../../src/model/target.ts';
import { readyAcceleratorAccount } from '../support/accelerator-account.ts';
import type { SessionKeys } from '../support/clients.ts';
import { assume, environmentOf } from '../support/clients.ts';
import type { Folder } from '../support/command.ts';
import { descriptionOf, makeFolder } from '../support/command.ts';
import { readyJumpStartHosting, readyJumpStartStudio, readyJumpStartTraining } from '../support/jumpstart-account.ts';
import { readyLaunchAccount } from '../support/launch-account.ts';
import { readyRecommenderAccount } from '../support/recommender-account.ts';
import { runCommand } from '../support/run-command.ts';
import type { Site } from '../support/seed.ts';
import { createRole, document, trustingAccount } from '../support/seed.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';
import { checkTargets } from './check-account.ts';

jest.setTimeout(60_000);

const READER = 'Reader';
let stage: Stage;
let folder: Folder;

beforeAll(async () => {
  stage = await startStage();
  folder = await makeFolder();
}, 120_000);
afterEach(() => stage?.moto.enforcePolicies('open'));
afterAll(async () => {
  await stage?.stop();
  await folder?.remove();
});

const describe = async ({ name, ...target }: Target): Promise<string> => {
  const { legacyAudit: _, ...described } = { legacyAudit: undefined, ...target };
  return folder.write(`${target.scenario}.yaml`, descriptionOf({ ...described, name } as Target));
};

const LOCAL = ['--iam-engine', 'local'];

/** From the description alone; or, where it names a model package that holds the rest, from facts that were collected before. */
const printedActions = async (target: Target, environment: Readonly<Record<string, string>>): Promise<readonly string[]> => {
  const file = await describe(target);
  const facts = `${folder.path}/facts.json`;
  const isOpen = target.modelPackageName !== undefined;
  if (isOpen) await runCommand(['collect', ...LOCAL, facts, file], { env: environment });
  const { stdout } = await runCommand(['permissions', ...LOCAL, ...(isOpen ? ['--facts', facts] : [file])]);
  return (JSON.parse(stdout) as { readonly Statement: readonly PolicyStatement[] }).Statement.flatMap(({ Action = [] }) => Action);
};

/** Checks as a role that may take these actions and nothing else. moto takes no ARNs of several services in policies, and knows HeadBucket under an action of its own. */
const checkWith = async (site: Site, target: Target, actions: readonly string[]): Promise<Report> => {
  const deployerKeys = await assume(site, await createRole(site, { name: READER, trust: document(trustingAccount(site, 'sts:AssumeRole')), policies: {} }));
  const own = actions.includes('s3:ListBucket') ? [...actions, 's3:HeadBucket'] : actions;
  const PolicyDocument = document({ Effect: 'Allow', Action: own, Resource: '*' });
  await site.admin.iam.send(new PutRolePolicyCommand({ RoleName: READER, PolicyName: 'Reads', PolicyDocument }));
  await stage.moto.enforcePolicies('enforced');
  return checkTargets({ url: site.url, deployerKeys }, [target]);
};

type Build = (stage: Stage) => Promise<Site & { readonly target: Target; readonly deployerKeys: SessionKeys }>;
const ACCOUNTS: Readonly<Record<string, Build>> = {
  'an Inference Recommender job': readyRecommenderAccount,
  'an endpoint with an accelerator': readyAcceleratorAccount,
  'a JumpStart model that is hosted': readyJumpStartHosting,
  'a JumpStart model that is trained': readyJumpStartTraining,
  'a JumpStart model from Studio': readyJumpStartStudio,
  'a queue whose agent builds with kaniko': readyLaunchAccount,
};

// That none of a collector's actions can be left out stands in the tests of the collectors.
test.each(Object.entries(ACCOUNTS))('the policy that `permissions` prints suffices for %s', async (_, build) => {
  const { target, deployerKeys, ...site } = await build(stage);
  const report = await checkWith(site, target, await printedActions(target, environmentOf(site, deployerKeys)));
  expect(report.calls.calls.filter(({ outcome }) => outcome !== 'ok' && outcome !== 'absent')).toEqual([]);
  expect([...report.targets].map(({ outcome }) => outcome)).toEqual(['ready']);
});
