import { beforeAll, describe, expect, test } from '@jest/globals';
import { pairingOf } from '../../../src/cli/can/pairing.ts';
import { type IamMetadata, loadIamMetadata } from '../../../src/reason/iam/metadata.ts';

const PLACE = { partition: 'aws', region: 'us-east-1', account: '123456789012' };
const ENDPOINT = 'arn:aws:sagemaker:us-east-1:123456789012:endpoint/churn';
const CONFIG = 'arn:aws:sagemaker:us-east-1:123456789012:endpoint-config/churn';
const OBJECT = 'arn:aws:s3:::models/churn/model.tar.gz';

let metadata: IamMetadata;
beforeAll(async () => {
  metadata = await loadIamMetadata();
});

const pair = (action: string, ...resources: readonly string[]) => pairingOf(metadata, action, resources, PLACE);

describe('which action is asked about which resource', () => {
  test('each resource only by actions that AWS checks against it', () => {
    expect(pair('s3:GetObject', OBJECT, ENDPOINT)).toMatchObject({ asked: [OBJECT], passedOver: [ENDPOINT], lacking: [] });
    expect(pair('sagemaker:CreateEndpoint', OBJECT, ENDPOINT, CONFIG)).toMatchObject({ asked: [ENDPOINT, CONFIG], lacking: [] });
  });
  test('a required type that no resource is of, lacks', () => {
    expect(pair('sagemaker:CreateEndpoint', ENDPOINT).lacking).toEqual(['arn:aws:sagemaker:us-east-1:123456789012:endpoint-config/ENDPOINT-CONFIG-NAME']);
    expect(pair('sagemaker:CreateEndpoint', '*').lacking).toEqual([]);
  });
  test('without a resource, one is asked for; without types, the action is asked about everything', () => {
    expect(pair('iam:PassRole')).toMatchObject({ asked: [], lacking: ['arn:aws:iam::123456789012:role/ROLE-NAME-WITH-PATH'] });
    expect(pair('ecr:GetAuthorizationToken', OBJECT)).toMatchObject({ asked: ['*'], passedOver: [OBJECT] });
  });
  test('an action or service that the table does not hold is asked all the same', () => {
    expect(pair('sagemaker:CreateEndpiont', ENDPOINT)).toMatchObject({ asked: [ENDPOINT], notes: [expect.stringContaining('sagemaker:CreateEndpoint?')] });
    expect(pair('bedrock:InvokeModel')).toMatchObject({ asked: ['*'], notes: [] });
  });
});
