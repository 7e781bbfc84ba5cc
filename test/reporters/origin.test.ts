import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { console as consoleReport } from '../../reporters/console.ts';
import { json } from '../../reporters/json.ts';
import type { Report, TargetReport } from '../../src/model/report.ts';
import { SCENARIO_IDS } from '../../src/targets/fields.ts';
import { notReadyReport } from '../support/report.ts';

const OPTIONS = { colour: false, all: false, width: 120, links: false };
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync('schema/report.schema.json', 'utf8')));

type About = TargetReport['target'];

/** The report of a target that is not ready, about another description. */
const about = (change: (target: About) => About): Report => {
  const report = notReadyReport();
  return { ...report, targets: [...report.targets].map((one) => ({ ...one, target: change(one.target) })) };
};
const inConsole = (report: Report): string => [...consoleReport(report, OPTIONS)].join('');
const faultsOf = (report: Report) => (validate(JSON.parse([...json(report, OPTIONS)].join(''))) ? [] : validate.errors);

const ROLE_IN_QUEUE = { '/executionRoleArn': { file: 'launch/queue.yaml', line: 7, column: 3 } };

describe('a target whose description names other files', () => {
  const report = about((target) => ({ ...target, origin: { file: 'sageready.yaml', positions: { '': { line: 3, column: 5 } }, elsewhere: ROLE_IN_QUEUE } }));
  test('has its findings point into them', () => {
    expect(inConsole(notReadyReport())).toMatch(/sageready\.yaml:8:23 +executionRoleArn/);
    expect(inConsole(report)).toMatch(/launch\/queue\.yaml:7:3 +executionRoleArn/);
    expect(inConsole(report)).not.toMatch(/sageready\.yaml:\d+:\d+ +executionRoleArn/);
  });
  test('is of the published form', () => expect(faultsOf(report)).toEqual([]));
});

test('what was completed is said at the head of a target', () => {
  const report = about((target) => ({ ...target, completed: ['the execution role arn:x is the default of the domain d-1'] }));
  expect(inConsole(report)).toContain('the execution role arn:x is the default of the domain d-1\n');
  expect(faultsOf(report)).toEqual([]);
});

test.each([...SCENARIO_IDS, 'unknown'] as const)('a report about %s is of the published form', (scenario) => {
  expect(faultsOf(about((target) => ({ ...target, scenario })))).toEqual([]);
});
