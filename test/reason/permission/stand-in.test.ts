import { describe, expect, test } from '@jest/globals';
import { unknown } from '../../../src/model/fact.ts';
import { namedArn, namesDecidedOn, placeOf } from '../../../src/reason/permission/stand-in.ts';
import { policy } from '../../support/facts.ts';
import { allow } from '../../support/permission-rows.ts';
import { ACCOUNT, serverless } from '../../support/targets.ts';

const endpoint = placeOf({ kind: 'named', service: 'sagemaker', before: 'endpoint/', name: undefined, field: 'endpointName' }, serverless());
const logs = placeOf(
  { kind: 'named', service: 'logs', before: 'log-group:/aws/sagemaker/Endpoints/', name: undefined, after: ':log-stream:', field: 'endpointName' },
  serverless(),
);
const arn = (resource: string) => `arn:aws:sagemaker:us-east-1:${ACCOUNT}:${resource}`;
const decidedOn = (...resources: readonly string[]) => namesDecidedOn([policy('inline', allow('*', resources))], endpoint);

describe('where a named thing lies', () => {
  test('in the target’s partition, Region and account', () => {
    const china = placeOf({ kind: 'named', service: 'sagemaker', before: 'model/', name: undefined, field: 'modelName' }, serverless({ region: 'cn-north-1' }));
    expect(namedArn(china, 'churn')).toBe(`arn:aws-cn:sagemaker:cn-north-1:${ACCOUNT}:model/churn`);
    expect(namedArn(logs, 'churn')).toBe(`arn:aws:logs:us-east-1:${ACCOUNT}:log-group:/aws/sagemaker/Endpoints/churn:log-stream:`);
  });
});

describe('names on which policies decide', () => {
  test.each<readonly [string, readonly string[], readonly string[]]>([
    ['none, where every name is meant', ['*', arn('*'), arn('endpoint/*')], []],
    ['a name as it stands', [arn('endpoint/churn')], ['churn']],
    ['a pattern filled', [arn('endpoint/prod-*'), arn('endpoint/?-eu')], ['prod-x', 'x-eu']],
    ['a beginning joined with an ending', [arn('endpoint/prod-*'), arn('endpoint/*-eu')], ['prod-x', 'x-eu', 'prod--eu']],
    ['whatever the type', [arn('*/prod-1')], ['prod-1']],
    [
      'nothing of other services, accounts or Regions',
      ['arn:aws:s3:::prod-*', 'arn:aws:sagemaker:us-east-1:999999999999:endpoint/a', 'arn:aws:sagemaker:eu-west-1:*:endpoint/b'],
      [],
    ],
  ])('%s', (_, resources, names) => expect(decidedOn(...resources)).toEqual(names));
  test('cannot be listed where a variable makes them, or where there are too many', () => {
    expect(decidedOn(arn('endpoint/${aws:username}-*'))).toBeUndefined();
    expect(decidedOn(...Array.from({ length: 65 }, (_, index) => arn(`endpoint/e-${index}`)))).toBeUndefined();
    expect(decidedOn('arn:aws:s3:::${aws:username}/*')).toEqual([]);
  });
  test('end before what lies below the thing', () => {
    const group = (name: string) => `arn:aws:logs:*:*:log-group:/aws/sagemaker/Endpoints/${name}:*`;
    expect(namesDecidedOn([policy('inline', allow('*', [group('fraud')]))], logs)).toEqual(['fraud']);
  });
  test('of documents that were not read, or are none, there are none', () => {
    expect(namesDecidedOn([unknown('throttled', 'x'), { kind: 'inline', name: 'broken', text: '{' }], endpoint)).toEqual([]);
  });
});
