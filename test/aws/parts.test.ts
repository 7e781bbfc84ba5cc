import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { callKey } from '../../src/aws/call-key.ts';
import { activeEndpointOverrides, overridesS3 } from '../../src/aws/endpoints.ts';
import { homeRegionOf, homeRegionOfPartition } from '../../src/aws/home-region.ts';
import { limiterOf } from '../../src/aws/limiter.ts';
import { profilesIn } from '../../src/aws/profiles.ts';
import { Refused, settled } from '../../src/aws/refused.ts';
import { absent, present, unknown } from '../../src/model/fact.ts';

describe('callKey', () => {
  const operation = { name: 'iam:GetRole' };
  test('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (input) => {
        const reversed = Object.fromEntries(Object.entries(input).reverse());
        expect(callKey(operation, 'r', reversed)).toBe(callKey(operation, 'r', input));
      }),
    );
  });
  test('keeps different inputs apart', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        fc.pre(a !== b);
        expect(callKey(operation, 'r', { id: a })).not.toBe(callKey(operation, 'r', { id: b }));
      }),
    );
  });
});

describe('limiterOf', () => {
  test('never runs more than its cap, runs everything, and goes on after a failure', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5 }), fc.array(fc.boolean(), { maxLength: 20 }), async (cap, fates) => {
        const limited = limiterOf(cap);
        let running = 0;
        let most = 0;
        const task = async (fails: boolean): Promise<string> => {
          running += 1;
          most = Math.max(most, running);
          await Promise.resolve();
          running -= 1;
          return fails ? Promise.reject(new Error('no')) : 'yes';
        };
        const ends = await Promise.allSettled(fates.map((fails) => limited(() => task(fails))));
        expect(ends.map(({ status }) => status === 'rejected')).toEqual(fates);
        expect(most).toBeLessThanOrEqual(cap);
      }),
    );
  });
});

describe('activeEndpointOverrides', () => {
  const env = {
    AWS_ENDPOINT_URL_IAM: 'http://127.0.0.1:2',
    AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
    AWS_ENDPOINT_URL_STS: '',
    AWS_ENDPOINTS: 'x',
    AWS_REGION: 'y',
  };
  test('lists what is set, sorted', () => {
    expect(activeEndpointOverrides(env)).toEqual(['AWS_ENDPOINT_URL=http://127.0.0.1:1', 'AWS_ENDPOINT_URL_IAM=http://127.0.0.1:2']);
  });
  test('the flag wins', () => {
    expect(activeEndpointOverrides(env, 'http://127.0.0.1:3')).toEqual(['--endpoint-url=http://127.0.0.1:3']);
  });
  test('AWS_IGNORE_CONFIGURED_ENDPOINT_URLS silences the variables, not the flag', () => {
    const ignoring = { ...env, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' };
    expect(activeEndpointOverrides(ignoring)).toEqual([]);
    expect(activeEndpointOverrides(ignoring, 'http://x')).toEqual(['--endpoint-url=http://x']);
  });
  test("another service's override leaves S3 alone", () => {
    expect(overridesS3({ AWS_ENDPOINT_URL_IAM: 'http://x' })).toBe(false);
    expect(overridesS3({ AWS_ENDPOINT_URL_S3: 'http://x' })).toBe(true);
    expect(overridesS3({ AWS_ENDPOINT_URL: 'http://x' })).toBe(true);
    expect(overridesS3({}, 'http://x')).toBe(true);
  });
});

test('every partition has a home Region', () => {
  expect(
    ['eu-west-1', 'cn-north-1', 'us-gov-east-1', 'us-iso-west-1', 'us-isob-east-1', 'eu-isoe-west-1', 'us-isof-east-1', 'eusc-de-east-1'].map(homeRegionOf),
  ).toEqual(['us-east-1', 'cn-northwest-1', 'us-gov-west-1', 'us-iso-east-1', 'us-isob-east-1', 'eu-isoe-west-1', 'us-isof-south-1', 'eusc-de-east-1']);
  expect(['aws', 'aws-cn', 'aws-us-gov'].map(homeRegionOfPartition)).toEqual(['us-east-1', 'cn-northwest-1', 'us-gov-west-1']);
});

test('profilesIn reads both files, and no sessions or services', () => {
  const config = '[default]\nregion = eu-west-1\n[profile work]\n[ profile "with space" ]\n[sso-session corp]\n[services local]\n# [profile comment]\n';
  expect(profilesIn(config)).toEqual(['default', 'work', 'with space']);
  expect(profilesIn('[default]\r\naws_access_key_id = x\r\n[ci]\r\n')).toEqual(['default', 'ci']);
});

test('settled gives the answer, and throws what is none', () => {
  const refusal = unknown('access-denied', 'no — grant it', { actions: ['iam:GetRole'] });
  expect(settled(present(1))).toEqual(present(1));
  expect(settled(absent)).toEqual(absent);
  expect(() => settled(refusal)).toThrow(new Refused(refusal));
  expect(() => settled(refusal)).toThrow('no — grant it');
});
