import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/model/report.ts';
import type { Fail } from '../../src/model/verdict.ts';
import type { ReadyAccount } from '../support/account.ts';
import { readyServerlessAccount } from '../support/account.ts';
import { createServerlessEndpoint } from '../support/seed.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';
import { checkTargets } from './check-account.ts';

const MOST_ENDPOINTS = 50;

let stage: Stage;
let account: ReadyAccount;
beforeAll(async () => {
  stage = await startStage();
  account = await readyServerlessAccount(stage, { concurrencyQuota: 200 });
}, 120_000);
afterAll(() => stage?.stop());

type Planned = ReadyAccount['target'];
const planned = (name: string, changes: Partial<Planned> = {}): Planned => ({
  ...account.target,
  ...{ name, modelName: name, endpointConfigName: name, endpointName: name, serverlessConfig: { memorySizeInMB: 2048, maxConcurrency: 1 } },
  ...changes,
});

/** Ids of what fails, by target. */
const failingIn = ({ targets }: Report) =>
  [...targets].map(({ findings }) => findings.flatMap(({ rule, verdict }) => (verdict.outcome === 'fail' ? [rule] : [])));

const seenBy = ({ targets }: Report, rule: string): readonly string[] => {
  const [first] = [...targets];
  const verdict = first?.findings.find((finding) => finding.rule === rule)?.verdict;
  return ((verdict as Partial<Fail>)?.evidence ?? []).map(({ observed }) => observed);
};

describe('plans of one Region', () => {
  test('with names of their own, one model for two of them, and one described twice, are ready', async () => {
    const report = await checkTargets(account, [planned('a'), planned('b', { modelName: 'a' }), planned('again', planned('a'))]);
    expect([...report.targets].map(({ outcome }) => outcome)).toEqual(['ready', 'ready', 'ready']);
    expect(seenBy(report, 'endpoint/concurrencies-together-fit-quota')).toEqual(['a asks for 1', 'b asks for 1']);
  });
  test('make one endpoint, in another case, and not alike', async () => {
    const larger = { endpointName: 'A', serverlessConfig: { memorySizeInMB: 2048, maxConcurrency: 150 } };
    const report = await checkTargets(account, [planned('a'), planned('b', larger)]);
    const rule = 'names/endpoints-and-jobs-differ-in-name';
    expect({ failing: failingIn(report) }).toEqual({ failing: [[rule], [rule]] });
    expect(seenBy(report, rule)).toEqual(['2 plans make it, and not alike', 'planned by a', 'planned by b']);
    expect(seenBy(report, 'endpoint/concurrencies-together-fit-quota')).toEqual(['b asks for 150']);
  });
  test('make models of one name that differ', async () => {
    const report = await checkTargets(account, [planned('a'), planned('b', { modelName: 'a', enableNetworkIsolation: false })]);
    expect({ failing: failingIn(report) }).toEqual({ failing: [['names/models-of-one-name-are-alike'], ['names/models-of-one-name-are-alike']] });
  });
  test('find one place for two endpoints', async () => {
    const { executionRoleArn, image } = account.target;
    const names = Array.from({ length: MOST_ENDPOINTS - 1 }, (_, index) => `running-${index}`);
    for (const name of names)
      await createServerlessEndpoint(account, { name, executionRoleArn, image, serverlessConfig: { memorySizeInMB: 1024, maxConcurrency: 1 } });
    const report = await checkTargets(account, [planned('a'), planned('b')], { failOn: 'error' });
    const rule = 'endpoint/endpoints-together-fit-quota';
    expect(failingIn(report).map((rules) => rules.includes(rule))).toEqual([true, true]);
    expect(seenBy(report, rule)).toEqual(['49 serverless endpoints beside the 2 planned ones', 'a asks for 1', 'b asks for 1']);
    const [alone] = (await checkTargets(account, [planned('a')])).targets;
    expect(alone?.findings.find((finding) => finding.rule === 'endpoint/endpoints-fit-quota')?.verdict).toMatchObject({ outcome: 'pass' });
  }, 60_000);
});
