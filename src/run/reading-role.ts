import { assumedCredentials } from '../aws/assumed-role.ts';
import type { Renewable } from '../aws/renewable.ts';
import { renewable } from '../aws/renewable.ts';
import type { Session } from '../aws/session.ts';
import type { IamEngine } from '../model/facts/iam.ts';
import type { Target } from '../model/target.ts';
import type { NonEmpty } from '../model/words.ts';
import { isNonEmpty } from '../model/words.ts';
import { partitionOf } from '../reason/arn.ts';
import { isOpen } from '../targets/resolve/index.ts';
import type { AccountGroup } from './account-group.ts';
import type { OnWhole } from './gather.ts';
import { engineFor, factsFor } from './gather.ts';
import { permissionsFor } from './permissions.ts';
import type { SessionPolicy } from './session-policy.ts';
import { LONGEST, sessionPolicies } from './session-policy.ts';
import { stop } from './stop.ts';

/** A group that is read by a role. */
export type AssumingGroup = AccountGroup & { readonly assumeRole: string };

/** A role on its way through a run. */
export interface ReadingRole {
  readonly credentials: Renewable;
  /** Narrows the session anew, once targets that name other things are whole and more is to be read. */
  readonly onWhole: OnWhole;
  /** What a reader should know of the session. */
  readonly notes: () => readonly string[];
}

/** The session policies for reading these targets. Throws a Stop when none is short enough. */
const policiesFor = ({ account, assumeRole }: AssumingGroup, targets: readonly Target[], iamEngine: IamEngine): NonEmpty<SessionPolicy> => {
  const region = targets[0]?.region ?? '';
  const policies = sessionPolicies(permissionsFor(factsFor(targets, iamEngine), { partition: partitionOf(region), account }));
  if (isNonEmpty(policies)) return policies;
  throw stop(
    `${assumeRole} was not assumed: what is read takes more than the ${LONGEST} characters of a session policy — read fewer targets at once (--target)`,
  );
};

const widerNote = (role: string, { wider }: SessionPolicy): readonly string[] =>
  wider === undefined ? [] : [`the session of ${role} was narrowed to the actions of this run, and ${wider}: a session policy holds ${LONGEST} characters`];

/** Takes on the role of a group over a session of the run's own credentials, when the first request is sent. */
export const readingRole = (own: Session, group: AssumingGroup, asked?: IamEngine): ReadingRole => {
  const { assumeRole: roleArn, externalId, targets } = group;
  const iamEngine = engineFor(targets, asked);
  const region = targets[0]?.region ?? '';
  let policies = policiesFor(group, targets, iamEngine);
  let taken: SessionPolicy = policies[0];
  const role = {
    roleArn,
    region,
    ...(externalId !== undefined && { externalId }),
    policies: (): NonEmpty<string> => {
      const [first, ...others] = policies;
      return [first.text, ...others.map(({ text }) => text)];
    },
    onAssumed: (text: string) => {
      taken = policies.find((policy) => policy.text === text) ?? taken;
    },
  };
  const credentials = renewable(assumedCredentials(own, role));
  return {
    credentials,
    onWhole: async (whole) => {
      if (!targets.some(isOpen)) return;
      const next = policiesFor(group, [...targets, ...whole], iamEngine);
      if (next[0].text === policies[0].text) return;
      policies = next;
      await credentials.renew(credentials.version());
    },
    notes: () => widerNote(roleArn, taken),
  };
};
