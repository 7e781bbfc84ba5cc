import { describe, expect, test } from '@jest/globals';
import { settingsOf } from '../../src/schedule/settings.ts';
import { wordsOf } from '../../src/schedule/words.ts';

const ENVIRONMENT = {
  SAGEREADY_HISTORY: 's3://reports/history',
  SAGEREADY_REGIONS: 'us-east-1, eu-west-1',
  SAGEREADY_SCENARIOS: '',
  SAGEREADY_FAIL_ON: 'warning',
};
const FILES = { report: 'report.ndjson' };
const words = (event: unknown, environment = ENVIRONMENT) => wordsOf(settingsOf(event, environment), FILES);

describe('the settings of an audit', () => {
  test('come from the function’s variables', () => {
    expect(words(undefined)).toEqual([
      ...['audit', '--regions=us-east-1,eu-west-1', '--fail-on=warning', '--history=s3://reports/history'],
      ...['--output=ndjson=report.ndjson', '--quiet'],
    ]);
  });
  test('and from the event, which has the last word', () => {
    const event = {
      regions: ['us-west-2'],
      scenarios: ['serverless-endpoint', 'jumpstart-model'],
      since: 7,
      failOn: 'note',
      securityHub: true,
      history: 's3://other/x',
    };
    expect(words(event)).toEqual([
      ...['audit', '--regions=us-west-2', '--scenario=serverless-endpoint', '--scenario=jumpstart-model', '--since=7', '--fail-on=note'],
      ...['--security-hub', '--history=s3://other/x', '--output=ndjson=report.ndjson', '--quiet'],
    ]);
  });
  test('make a check of a description, with waivers from the event', () => {
    const settings = settingsOf({ description: 's3://plans/all.yaml', waivers: [{ rule: 'identity/*' }] }, ENVIRONMENT);
    expect(settings).toMatchObject({ description: { uri: 's3://plans/all.yaml' }, waivers: { text: '{"version":1,"waivers":[{"rule":"identity/*"}]}' } });
    const files = { ...FILES, description: 'description.yaml', waivers: 'waivers.yaml' };
    expect(wordsOf(settings, files).slice(0, 6)).toEqual([
      'check',
      'description.yaml',
      '--deployers=named',
      '--keep-going',
      '--fail-on=warning',
      '--waivers=waivers.yaml',
    ]);
  });
  test('tell when the run was due as one time, however it is written', () => {
    expect(settingsOf({ due: '2026-11-21T07:00:00+01:00' }, ENVIRONMENT).due).toBe('2026-11-21T06:00:00.000Z');
  });
  test('an option cannot be smuggled in by a value', () => {
    expect(words({ failOn: 'error --output=json' })).toContain('--fail-on=error --output=json');
  });
  test.each([
    [[], 'the event is no JSON object of settings'],
    ['x', 'the event is no JSON object of settings'],
    [{ region: 'us-east-1' }, 'the event holds "region", which is no setting'],
    [{ securityHub: 'yes' }, 'the setting securityHub takes true or false'],
    [{ notify: { arn: 'x' } }, 'the setting notify takes a text'],
    [{ due: 'tomorrow' }, 'the setting due is "tomorrow", which is no time'],
    [{ history: '' }, 'there is no place for the reports — set SAGEREADY_HISTORY'],
  ])('%j is refused', (event, message) => {
    expect(() => settingsOf(event, ENVIRONMENT)).toThrow(message);
  });
});
