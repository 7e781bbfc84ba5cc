import type { Reading } from '../../model/fact.ts';
import type { AppliedPolicy, IdentityPolicies } from '../../model/facts/iam.ts';
import type { PolicySource } from '../../model/policy.ts';
import type { Policies, Readable } from '../iam/types.ts';

const readableOf = (document: Reading<PolicySource>): readonly Readable[] => {
  if (document.state === 'absent') return [];
  return [document.state === 'present' ? document.value : document];
};

const documentOf = ({ document }: AppliedPolicy): readonly Readable[] => readableOf(document);

/** What decides on the principal's side, from what could be read of it. A boundary that is attached but gone limits to nothing. */
export const principalPolicies = ({ policies, unread, boundary }: IdentityPolicies): Pick<Policies, 'identity' | 'boundary'> => {
  const identity = [...policies.flatMap(documentOf), ...unread];
  if (boundary.state === 'absent') return { identity };
  if (boundary.state === 'unknown') return { identity, boundary };
  const { document } = boundary.value;
  return { identity, boundary: document.state === 'present' ? document.value : document };
};
