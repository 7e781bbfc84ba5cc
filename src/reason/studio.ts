import type { FactRequest } from '../model/fact.ts';
import { fact, from } from '../model/fact.ts';
import type { Space } from '../model/facts/sagemaker.ts';
import type { StudioIdentity, Target } from '../model/target.ts';

// Stands here once, by name: two requests that share a selection are one fact in the plan.
const ownerOfPrivateSpace = ({ sharing, owner }: Space): string | undefined => (sharing === 'Private' ? owner : undefined);

/** The Studio domain of an identity. */
export const domainOf = ({ region }: Target, { domainId }: StudioIdentity): FactRequest<'sagemaker.domain'> => fact('sagemaker.domain', { domainId, region });

/** A user profile of that domain. */
export const profileNamed = ({ region }: Target, { domainId }: StudioIdentity, userProfileName: string): FactRequest<'sagemaker.userProfile'> =>
  fact('sagemaker.userProfile', { domainId, region, userProfileName });

/** A space of that domain. */
export const spaceNamed = ({ region }: Target, { domainId }: StudioIdentity, spaceName: string): FactRequest<'sagemaker.space'> =>
  fact('sagemaker.space', { domainId, region, spaceName });

/** The user profile that owns a private space; nothing selected: the space is shared. */
export const ownerOf = ({ region }: Target, { domainId }: StudioIdentity, space: FactRequest<'sagemaker.space'>): FactRequest<'sagemaker.userProfile'> =>
  fact('sagemaker.userProfile', { domainId, region, userProfileName: from(space, ownerOfPrivateSpace) });
