import type { Fact, Unknown } from '../../model/fact.ts';
import { unknown } from '../../model/fact.ts';
import type { IdentityPolicies, Role, User } from '../../model/facts/iam.ts';
import type { Target } from '../../model/target.ts';
import { partitionOf, principalKindOf, roleArnOf } from '../../reason/arn.ts';
import { principalOf } from '../../reason/iam/principal.ts';
import type { Policies, Principal } from '../../reason/iam/types.ts';
import { principalPolicies } from '../../reason/permission/known-policies.ts';
import { stop } from '../../run/stop.ts';
import type { Account } from './account.ts';

/** Who asks, with everything that decides on that side. */
export interface Asker {
  readonly arn: string;
  readonly principal: Principal;
  /** Undefined: not known. */
  readonly tags?: Readonly<Record<string, string>>;
  readonly policies: Pick<Policies, 'identity' | 'boundary'>;
  readonly boundaryArn?: string;
}

const onlyOne = (word: string, values: readonly string[]): string => {
  const [value, other] = [...new Set(values)];
  if (value === undefined) throw stop(`"${word}" needs a description that names one — name a role or user instead, by ARN or name`);
  if (other !== undefined) throw stop(`the described targets have several: ${value}, ${other} — name one`);
  return value;
};

const callerOf = ({ caller }: Account): string => {
  if (caller === undefined) throw stop('the saved facts do not say who "me" is — name a role or user');
  return caller;
};

const deployersIn = (account: Account, targets: readonly Target[]): readonly string[] =>
  targets.flatMap(({ deployer }) => (deployer === 'me' ? [callerOf(account)] : (deployer ?? [])));

const rolesIn = (targets: readonly Target[]): readonly string[] => targets.flatMap(({ executionRoleArn }) => executionRoleArn ?? []);

const WORDS: Readonly<Record<string, (account: Account) => string>> = {
  me: callerOf,
  deployer: (account) => onlyOne('deployer', deployersIn(account, account.targets)),
  'execution-role': ({ targets }) => onlyOne('execution-role', rolesIn(targets)),
};

/** The ARNs that a word may mean, the likeliest first: a bare name is a role’s, or else a user’s. */
const candidatesFor = (who: string, account: Account): readonly string[] => {
  const word = Object.hasOwn(WORDS, who) ? WORDS[who] : undefined;
  if (word !== undefined) return [word(account)];
  if (principalOf(who) !== undefined) return [who];
  if (!/^(?:(?:role|user)\/)?[\w+=,.@/-]+$/.test(who))
    throw stop(`"${who}" is no role or user — name one by ARN or name, or say me, deployer or execution-role`);
  const arn = (rest: string): string => `arn:${partitionOf(account.region)}:iam::${account.account}:${rest}`;
  return /^(?:role|user)\//.test(who) ? [arn(who)] : [arn(`role/${who}`), arn(`user/${who}`)];
};

type Kind = 'role' | 'user';

/** Saved facts are kept under the ARN that was asked for, which a name or a session does not tell. */
const savedUnder = (account: Account, kind: Kind, arn: string): string => {
  const name = arn.slice(arn.lastIndexOf('/') + 1);
  const same = account.known(`iam.${kind}`).find(({ fact }) => fact.state === 'present' && (fact.value as Role | User).name === name);
  return (same?.params[`${kind}Arn`] as string | undefined) ?? arn;
};

interface Read {
  readonly arn: string;
  readonly found: Fact<'iam.role'> | Fact<'iam.user'>;
  readonly policies: () => Promise<Fact<'iam.rolePolicies'> | Fact<'iam.userPolicies'>>;
}

const readRole = async (account: Account, asked: string): Promise<Read> => {
  const roleArn = savedUnder(account, 'role', roleArnOf(asked) ?? asked);
  return { arn: roleArn, found: await account.read('iam.role', { roleArn }), policies: () => account.read('iam.rolePolicies', { roleArn }) };
};

const readUser = async (account: Account, asked: string): Promise<Read> => {
  const userArn = savedUnder(account, 'user', asked);
  return { arn: userArn, found: await account.read('iam.user', { userArn }), policies: () => account.read('iam.userPolicies', { userArn }) };
};

const policiesOf = (read: Fact<'iam.rolePolicies'> | Fact<'iam.userPolicies'>, arn: string): Asker['policies'] => {
  if (read.state === 'present') return principalPolicies(read.value as IdentityPolicies);
  const unread: Unknown = read.state === 'unknown' ? read : unknown('failed', `${arn} exists, but AWS lists no policies of it`);
  return { identity: [unread], boundary: unread };
};

/** The principal as it was named (a session keeps its name), with the id and path that AWS tells. */
const principalFrom = (asked: string, known: Role | User | undefined): Principal => {
  const id = known === undefined ? {} : { id: 'roleId' in known ? known.roleId : known.userId };
  const session = principalKindOf(asked) === 'session' ? asked.split('/').slice(2).join('/') : '';
  const named = principalOf(known?.arn ?? asked, { ...id, ...(session !== '' && { sessionName: session }) });
  return named ?? { type: 'anonymous' };
};

const askerFrom = async (asked: string, { arn, found, policies }: Read): Promise<Asker | undefined> => {
  if (found.state === 'absent') return undefined;
  const known = found.state === 'present' ? (found.value as Role | User) : undefined;
  return {
    arn: known?.arn ?? arn,
    principal: principalFrom(asked, known),
    policies: policiesOf(await policies(), arn),
    ...(known !== undefined && { tags: known.tags }),
    ...(known?.boundaryArn !== undefined && { boundaryArn: known.boundaryArn }),
  };
};

/** Principals that carry no identity policies of their own, or whose policies no call tells. */
const withoutPolicies = (arn: string): Asker => {
  const principal = principalOf(arn) ?? { type: 'anonymous' };
  const isOpen = principal.type === 'federated-user';
  const unread = unknown('unsupported', `the policies of ${arn} are passed when its session is opened, so no call tells them`);
  return { arn, principal, policies: { identity: isOpen ? [unread] : [] } };
};

const readAsker = (account: Account, arn: string): Promise<Asker | undefined> => {
  const kind = principalKindOf(arn);
  if (kind === 'role' || kind === 'session') return readRole(account, arn).then((read) => askerFrom(arn, read));
  if (kind === 'user') return readUser(account, arn).then((read) => askerFrom(arn, read));
  return Promise.resolve(withoutPolicies(arn));
};

/** Finds who is meant and reads what decides about it. Throws a Stop when there is no such role or user. */
export const askerFor = async (who: string, account: Account): Promise<Asker> => {
  const candidates = candidatesFor(who, account);
  for (const arn of candidates) {
    const asker = await readAsker(account, arn);
    if (asker !== undefined) return asker;
  }
  throw stop(`there is no ${candidates.length > 1 ? `role or user named ${who}` : who} in account ${account.account}`);
};
