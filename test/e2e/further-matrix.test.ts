import { CreateModelPackageCommand, CreateModelPackageGroupCommand } from '@aws-sdk/client-sagemaker';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ReadyAccount } from '../support/account.ts';
import { readyServerlessAccount } from '../support/account.ts';
import { createServerlessEndpoint } from '../support/seed.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';
import { checkAccount } from './check-account.ts';

// What moto cannot hold is rewritten on its way: the proxy's answers here are stubs.

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
}, 120_000);
afterAll(() => stage?.stop());

const withOutcome = (outcomes: Readonly<Record<string, string>>, outcome: string): readonly string[] =>
  Object.entries(outcomes)
    .filter(([, one]) => one === outcome)
    .map(([rule]) => rule)
    .sort();

const rewrite = ({ account }: ReadyAccount, action: string, change: (body: string) => string): void => stage.proxy.rewrite({ on: [action], account, change });

/** Registers the account's own image and artifact. moto answers for the ARN in lower case only. */
const register = async ({ admin, target }: ReadyAccount): Promise<string> => {
  const Containers = [{ Image: target.image, ModelDataUrl: target.modelDataUrl }];
  const InferenceSpecification = { Containers, SupportedContentTypes: [], SupportedResponseMIMETypes: [] };
  await admin.sagemaker.send(new CreateModelPackageGroupCommand({ ModelPackageGroupName: 'churn' }));
  const command = new CreateModelPackageCommand({ ModelPackageGroupName: 'churn', ModelApprovalStatus: 'Approved', InferenceSpecification });
  return (await admin.sagemaker.send(command)).ModelPackageArn ?? '';
};

describe('one thing broken', () => {
  test('the image is a list of manifests', async () => {
    const account = await readyServerlessAccount(stage);
    rewrite(account, 'ecr:DescribeImages', (body) => body.replace('manifest.v2+json', 'manifest.list.v2+json'));
    const { outcomes } = await checkAccount(account);
    expect(withOutcome(outcomes, 'fail')).toEqual(['image/image-is-no-manifest-list']);
  });

  test('the image was pushed with an OCI index', async () => {
    const account = await readyServerlessAccount(stage);
    rewrite(account, 'ecr:DescribeImages', (body) => body.replace('vnd.docker.distribution.manifest.v2+json', 'vnd.oci.image.index.v1+json'));
    const { outcomes } = await checkAccount(account);
    expect(withOutcome(outcomes, 'fail')).toEqual(['image/image-media-type-is-accepted']);
  });

  test('the key is one that AWS manages', async () => {
    const account = await readyServerlessAccount(stage);
    rewrite(account, 'kms:DescribeKey', (body) => body.replace(/"KeyManager": ?"CUSTOMER"/, '"KeyManager": "AWS"'));
    const { outcomes } = await checkAccount(account);
    expect(withOutcome(outcomes, 'fail')).toEqual(['encryption/key-is-customer-managed']);
  });

  test('the model package failed', async () => {
    const account = await readyServerlessAccount(stage);
    const modelPackageName = await register(account);
    rewrite(account, 'sagemaker:DescribeModelPackage', (body) => body.replace('"ModelPackageStatus": "Completed"', '"ModelPackageStatus": "Failed"'));
    const { outcomes } = await checkAccount(account, { modelPackageName });
    expect(withOutcome(outcomes, 'fail')).toEqual(['registry/model-package-is-completed']);
  });

  test('the model package is a product of AWS Marketplace', async () => {
    const account = await readyServerlessAccount(stage);
    const modelPackageName = await register(account);
    rewrite(account, 'sagemaker:DescribeModelPackage', (body) => body.replace('"Image":', '"ProductId": "prod-1", "Image":'));
    const { outcomes } = await checkAccount(account, { modelPackageName });
    expect(withOutcome(outcomes, 'fail')).toEqual(['registry/model-package-is-not-from-marketplace']);
  });

  test('there are as many serverless endpoints as AWS documents', async () => {
    const account = await readyServerlessAccount(stage, { concurrencyQuota: 1000 });
    const { executionRoleArn, image } = account.target;
    for (let index = 0; index < 50; index += 1) {
      await createServerlessEndpoint(account, {
        name: `other-${index}`,
        executionRoleArn,
        image,
        serverlessConfig: { memorySizeInMB: 1024, maxConcurrency: 1 },
      });
    }
    const { outcomes } = await checkAccount(account);
    expect(withOutcome(outcomes, 'fail')).toContain('endpoint/endpoints-fit-quota');
    expect(withOutcome(outcomes, 'fail').filter((rule) => !rule.startsWith('endpoint/endpoints-fit'))).toEqual([]);
  }, 60_000);

  test.each([
    { region: 'il-central-1', failing: ['endpoint/region-offers-serverless'] },
    { region: 'cn-north-1', failing: ['endpoint/region-is-not-excluded'] },
  ])('the Region is $region', async ({ region, failing }) => {
    const account = await readyServerlessAccount(stage, { region });
    const { outcomes } = await checkAccount(account);
    expect(withOutcome(outcomes, 'fail')).toEqual(failing);
    expect(withOutcome(outcomes, 'cannot-tell')).toEqual([]);
  });
});
