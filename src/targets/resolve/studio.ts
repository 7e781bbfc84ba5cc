import type { AnyFactRequest, Fact, Facts } from '../../model/fact.ts';
import type { JumpStartModelTarget, StudioIdentity } from '../../model/target.ts';
import { domainOf, ownerOf, profileNamed, spaceNamed } from '../../reason/studio.ts';
import type { Completion } from './completion.ts';
import { NOTHING, unreadable } from './completion.ts';

type Said = Completion<JumpStartModelTarget>;

/** The identity whose role is passed, where the target names no role. */
const identityOf = ({ executionRoleArn, studio }: JumpStartModelTarget): StudioIdentity | undefined => (executionRoleArn === undefined ? studio : undefined);

/** The domain, and the user profile or the space with its owner. */
export const studioRequests = (target: JumpStartModelTarget): readonly AnyFactRequest[] => {
  const studio = identityOf(target);
  if (studio === undefined) return [];
  const { userProfileName, spaceName } = studio;
  const space = spaceName === undefined ? undefined : spaceNamed(target, studio, spaceName);
  const requests = [
    domainOf(target, studio),
    ...(userProfileName === undefined ? [] : [profileNamed(target, studio, userProfileName)]),
    ...(space === undefined ? [] : [space, ownerOf(target, studio, space)]),
  ];
  return requests as readonly AnyFactRequest[];
};

const role = (executionRoleArn: string, whose: string): Said => ({
  fields: { executionRoleArn },
  unresolved: {},
  completed: [`the execution role ${executionRoleArn} is ${whose}`],
});

// A user profile overrides its domain: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_UserSettings.html
const ofDomain = (domain: Fact<'sagemaker.domain'>): Said => {
  if (domain.state === 'absent') return NOTHING;
  if (domain.state === 'unknown') return unreadable(['executionRoleArn'], domain);
  const { id, executionRoleArn } = domain.value;
  return executionRoleArn === undefined ? NOTHING : role(executionRoleArn, `the default of the domain ${id}`);
};

const ofProfile = (profile: Fact<'sagemaker.userProfile'>, domain: Fact<'sagemaker.domain'>, domainId: string): Said => {
  if (profile.state === 'absent') return NOTHING;
  if (profile.state === 'unknown') return unreadable(['executionRoleArn'], profile);
  const { name, executionRoleArn } = profile.value;
  return executionRoleArn === undefined ? ofDomain(domain) : role(executionRoleArn, `that of the user profile ${name} in the domain ${domainId}`);
};

// Spaces that are shared have a role of their own: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DefaultSpaceSettings.html
const ofSharedSpace = (name: string, domain: Fact<'sagemaker.domain'>): Said => {
  if (domain.state === 'absent') return NOTHING;
  if (domain.state === 'unknown') return unreadable(['executionRoleArn'], domain);
  const { id, spaceExecutionRoleArn } = domain.value;
  return spaceExecutionRoleArn === undefined ? NOTHING : role(spaceExecutionRoleArn, `that of shared spaces, such as ${name}, in the domain ${id}`);
};

/** What Studio says of a target that passes no role of its own: the role that it passes then. What does not exist, a role among it, is for rules to say. */
export const byStudio = (target: JumpStartModelTarget, facts: Facts): Said => {
  const studio = identityOf(target);
  if (studio === undefined) return NOTHING;
  const domain = facts.get(domainOf(target, studio) as AnyFactRequest) as Fact<'sagemaker.domain'>;
  const { userProfileName, spaceName, domainId } = studio;
  if (spaceName !== undefined) return bySpace(target, facts, { domain, studio, spaceName });
  if (userProfileName === undefined) return ofDomain(domain);
  return ofProfile(facts.get(profileNamed(target, studio, userProfileName) as AnyFactRequest) as Fact<'sagemaker.userProfile'>, domain, domainId);
};

interface InSpace {
  readonly domain: Fact<'sagemaker.domain'>;
  readonly studio: StudioIdentity;
  readonly spaceName: string;
}

const bySpace = (target: JumpStartModelTarget, facts: Facts, { domain, studio, spaceName }: InSpace): Said => {
  const request = spaceNamed(target, studio, spaceName);
  const space = facts.get(request as AnyFactRequest) as Fact<'sagemaker.space'>;
  if (space.state === 'absent') return NOTHING;
  if (space.state === 'unknown') return unreadable(['executionRoleArn'], space);
  if (space.value.sharing !== 'Private') return ofSharedSpace(spaceName, domain);
  return ofProfile(facts.get(ownerOf(target, studio, request) as AnyFactRequest) as Fact<'sagemaker.userProfile'>, domain, studio.domainId);
};
