import { answered } from '../../aws/operation.ts';
import { getPolicy, getPolicyVersion } from '../../aws/operations/iam.ts';
import type { Reading, Unknown } from '../../model/fact.ts';
import { absent, present } from '../../model/fact.ts';
import type { AppliedPolicy, IdentityPolicies } from '../../model/facts/iam.ts';
import type { PolicyKind, PolicySource } from '../../model/policy.ts';
import { nameOf } from '../../reason/arn.ts';
import type { Call } from '../define.ts';
import { policyText } from '../document.ts';

/** The operations that read a managed policy. */
export const MANAGED = [getPolicy, getPolicyVersion] as const;
type CallManaged = Call<typeof MANAGED>;

/** Reads the default version of a managed policy. Absent: it is attached, but gone. */
const managedDocument = async (call: CallManaged, policyArn: string, kind: PolicyKind): Promise<Reading<PolicySource>> => {
  const policy = await call.attempt(getPolicy, { policyArn });
  if (policy.state !== 'present') return policy;
  const versionId = answered(policy.value.DefaultVersionId, 'Policy.DefaultVersionId');
  const document = await call.attempt(getPolicyVersion, { policyArn, versionId });
  return document.state === 'present' ? present({ kind, name: nameOf(policyArn), arn: policyArn, text: policyText(document.value) }) : document;
};

/** What one holder of policies (a role, a user, a group) will be found to list, and how its inline documents are read. */
export interface Holder {
  readonly managed: Promise<Reading<readonly { readonly PolicyArn?: string | undefined; readonly PolicyName?: string | undefined }[]>>;
  readonly inline: Promise<Reading<readonly string[]>>;
  readonly inlineDocument: (policyName: string) => Promise<Reading<string>>;
  readonly group?: string;
}

/** What a holder contributes; `unread` are listings that were refused. */
export type Applied = Pick<IdentityPolicies, 'policies' | 'unread'>;

const listed = <T>(reading: Reading<readonly T[]>): readonly T[] => (reading.state === 'present' ? reading.value : []);

/** Listings that gave no answer. */
export const unreadOf = (...readings: readonly Reading<unknown>[]): readonly Unknown[] => readings.filter((reading) => reading.state === 'unknown');

/** Reads every policy that a holder lists, each on its own, as soon as its own listing is there. */
export const policiesOf = async (call: CallManaged, { managed, inline, inlineDocument, group }: Holder): Promise<Applied> => {
  const through = group === undefined ? {} : { group };
  const readManaged = async (PolicyArn: string | undefined): Promise<AppliedPolicy> => {
    const arn = answered(PolicyArn, 'PolicyArn');
    return { kind: 'managed', name: nameOf(arn), arn, ...through, document: await managedDocument(call, arn, 'managed') };
  };
  const readInline = async (name: string): Promise<AppliedPolicy> => {
    const document = await inlineDocument(name);
    const source = document.state === 'present' ? present<PolicySource>({ kind: 'inline', name, text: policyText(document.value) }) : document;
    return { kind: 'inline', name, ...through, document: source };
  };
  const [fromInline, fromManaged] = await Promise.all([
    inline.then((names) => Promise.all(listed(names).map(readInline))),
    managed.then((attached) => Promise.all(listed(attached).map(({ PolicyArn }) => readManaged(PolicyArn)))),
  ]);
  return { policies: [...fromInline, ...fromManaged], unread: unreadOf(await inline, await managed) };
};

/** What IAM says of a principal's boundary. */
interface Bounded {
  readonly PermissionsBoundary?: { readonly PermissionsBoundaryArn?: string | undefined } | undefined;
}

/** The permissions boundary, with its document. Unknown when the principal itself could not be read. */
export const boundaryOf = async (call: CallManaged, principal: Promise<Reading<Bounded>>): Promise<IdentityPolicies['boundary']> => {
  const found = await principal;
  if (found.state !== 'present') return found;
  const arn = found.value.PermissionsBoundary?.PermissionsBoundaryArn;
  return arn === undefined ? absent : present({ arn, document: await managedDocument(call, arn, 'boundary') });
};
