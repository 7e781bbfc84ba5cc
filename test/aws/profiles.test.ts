import { describe, expect, test } from '@jest/globals';
import { configuredRegion, regionIn } from '../../src/aws/profiles.ts';

const CONFIG = `
[default]
region = us-east-1

[sso-session work]
region = eu-north-1

[profile audit]
output = json
region=eu-west-1
`;

describe('the Region that is meant where none is named', () => {
  test('is that of the profile, and of nothing else in the file', () => {
    expect(regionIn(CONFIG, 'default')).toBe('us-east-1');
    expect(regionIn(CONFIG, 'audit')).toBe('eu-west-1');
    expect(regionIn(CONFIG, 'work')).toBeUndefined();
  });
  test('is first that of the environment', async () => {
    const files = { AWS_CONFIG_FILE: 'missing/config', AWS_SHARED_CREDENTIALS_FILE: 'missing/credentials' };
    expect(await configuredRegion({ ...files, AWS_REGION: 'eu-west-2', AWS_DEFAULT_REGION: 'eu-west-3' }, 'audit')).toBe('eu-west-2');
    expect(await configuredRegion({ ...files, AWS_DEFAULT_REGION: 'eu-west-3' }, undefined)).toBe('eu-west-3');
    expect(await configuredRegion(files, undefined)).toBeUndefined();
  });
});
