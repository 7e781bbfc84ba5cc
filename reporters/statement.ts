import type { PolicyKind } from '../src/model/policy.ts';
import type { StatementRef } from '../src/model/trace.ts';
import { visible } from './text.ts';

const POLICY_WORDS: Readonly<Record<PolicyKind, string>> = {
  inline: 'inline policy',
  managed: 'managed policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  scp: 'service control policy',
  rcp: 'resource control policy',
  trust: 'trust policy',
  bucket: 'bucket policy',
  key: 'key policy',
  repository: 'repository policy',
  'vpc-endpoint': 'VPC endpoint policy',
  resource: 'resource policy',
};

/** Where a statement stands: `statement "ReadModels" (line 8) of inline policy Reader`. */
export const placeOf = ({ policy, policyKind, sid, index, line }: StatementRef): string => {
  const name = sid === undefined ? `${index + 1}` : `"${visible(sid)}"`;
  return `statement ${name} (line ${line}) of ${POLICY_WORDS[policyKind]} ${visible(policy)}`;
};

/** A path in the description as one writes it: `serverlessConfig.memorySizeInMB`. */
export const fieldName = (field: readonly (string | number)[]): string => field.map((part) => visible(String(part))).join('.');
