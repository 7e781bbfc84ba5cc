import type { FactRequest, KnownFacts } from '../model/fact.ts';
import { existing, fact, from } from '../model/fact.ts';
import type { Space } from '../model/facts/sagemaker.ts';
import type { Applicability } from '../model/rule.ts';
import type { JumpStartModelTarget, StudioIdentity, Target } from '../model/target.ts';
import type { Evidence, Judgement } from '../model/verdict.ts';
import { fail, pass } from '../model/verdict.ts';

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

/** A plan that is made in Studio. */
export type InStudio = JumpStartModelTarget & { readonly studio: StudioIdentity };
export const inStudio: Applicability<InStudio> = {
  accepts: (target): target is InStudio => target.scenario === 'jumpstart-model' && target.studio !== undefined,
  otherwise: 'no Studio domain is named (studio.domainId)',
};

/** The same, as a user profile. */
export type AsProfile = InStudio & { readonly studio: { readonly userProfileName: string } };
export const asProfile: Applicability<AsProfile> = {
  accepts: (target): target is AsProfile => inStudio.accepts(target) && target.studio.userProfileName !== undefined,
  otherwise: 'no user profile of Studio is named (studio.userProfileName)',
};

/** The same, in a space. */
export type InSpace = InStudio & { readonly studio: { readonly spaceName: string } };
export const inSpace: Applicability<InSpace> = {
  accepts: (target): target is InSpace => inStudio.accepts(target) && target.studio.spaceName !== undefined,
  otherwise: 'no space of Studio is named (studio.spaceName)',
};

/** The same, as a user profile in a space. */
export const asProfileInSpace: Applicability<AsProfile & InSpace> = {
  accepts: (target): target is AsProfile & InSpace => asProfile.accepts(target) && inSpace.accepts(target),
  otherwise: 'no user profile and space of Studio are named',
};

/** The domain of a plan, once `studio/domain-exists` has passed. */
export const existingDomain = (target: InStudio) => existing(domainOf(target, target.studio), 'studio/domain-exists');

/** The user profile of a plan. */
export const profileOf = (target: AsProfile) => profileNamed(target, target.studio, target.studio.userProfileName);

/** The space of a plan. */
export const spaceOf = (target: InSpace) => spaceNamed(target, target.studio, target.studio.spaceName);

/** The user profile, once `studio/user-profile-exists` has passed. */
export const existingProfile = (target: AsProfile) => existing(profileOf(target), 'studio/user-profile-exists');

/** The space, once `studio/space-exists` has passed. */
export const existingSpace = (target: InSpace) => existing(spaceOf(target), 'studio/space-exists');

/** What tells whose role is passed; `user`: the profile itself, or who owns the private space. */
export const defaultRoleNeeds = (target: InStudio) => {
  const space = inSpace.accepts(target) ? existingSpace(target) : undefined;
  const profile = asProfile.accepts(target) ? profileOf(target) : undefined;
  return { domain: existingDomain(target), space, user: space === undefined ? profile : ownerOf(target, target.studio, space) };
};

/** The role that Studio passes. A user profile overrides its domain: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_UserSettings.html */
export const defaultRoleOf = ({ domain, space, user }: KnownFacts<ReturnType<typeof defaultRoleNeeds>>): string | undefined => {
  if (space !== undefined && space.value.sharing !== 'Private') return domain.value.spaceExecutionRoleArn;
  return (user?.state === 'present' ? user.value.executionRoleArn : undefined) ?? domain.value.executionRoleArn;
};

const IN_SERVICE = 'InService';

/** Judges the state of a domain, a user profile or a space. */
export const judgeStatus = ({ arn, status }: { readonly arn: string; readonly status: string }, field: NonNullable<Evidence['field']>): Judgement =>
  status === IN_SERVICE ? pass(`${arn} is ${IN_SERVICE}`) : fail(`The status is ${status}`, [{ subject: arn, observed: status, expected: IN_SERVICE, field }]);
