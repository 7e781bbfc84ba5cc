/** Global condition keys that may hold several values; every other `aws:` key holds one. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const SEVERAL: ReadonlySet<string> = new Set([
  'aws:calledvia',
  'aws:principalorgpaths',
  'aws:principalservicenameslist',
  'aws:resourceorgpaths',
  'aws:sourceorgpaths',
  'aws:tagkeys',
  'aws:vpceorgpaths',
]);

/** Whether a key may hold several values at once. Of a service's own keys that is not known here, so they may. */
export const mayHoldSeveral = (key: string): boolean => SEVERAL.has(key) || !key.startsWith('aws:');
