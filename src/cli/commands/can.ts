import { readFile } from 'node:fs/promises';
import { jsonText } from '../../../reporters/text.ts';
import type { PolicySource } from '../../model/policy.ts';
import type { Target } from '../../model/target.ts';
import { parseArn } from '../../reason/arn.ts';
import { validatePolicy } from '../../reason/iam/validate/validate-policy.ts';
import { stop } from '../../run/stop.ts';
import { type Account, liveAccount, savedAccount, targetsNearby } from '../can/account.ts';
import { exitCodeOf } from '../can/answer.ts';
import { answered } from '../can/answered.ts';
import { type Asked, askedOf } from '../can/asked.ts';
import { listenForInterrupt } from '../interrupt.ts';
import { print } from '../print.ts';
import { canData, canText } from '../text/can.ts';
import type { Words } from '../words.ts';
import { connectOptionsOf, timeOf } from '../words.ts';

const listOf = (words: Words, name: string): readonly string[] => ((words[name] as readonly string[] | undefined) ?? []).map(String);

/** A policy that the principal might have, read from a file. It must be one: an unreadable document would only look like a denial. */
const addedPolicy = async (path: string): Promise<PolicySource> => {
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw stop(`${path} could not be read: ${error.message}`);
  });
  const source: PolicySource = { kind: 'inline', name: path, text };
  const [broken] = validatePolicy(source, 'stored').filter(({ severity }) => severity === 'error');
  if (broken !== undefined) throw stop(`${path}:${broken.line}:${broken.column}: ${broken.message} — sageready policy lint ${path} tells everything`);
  return source;
};

const regionOf = ({ resources }: Asked, words: Words, described: string | undefined): string => {
  const [ofResource] = resources.flatMap((word) => parseArn(word)?.region || []);
  const region = (words['region'] as string | undefined) ?? described ?? ofResource ?? process.env['AWS_REGION'] ?? process.env['AWS_DEFAULT_REGION'];
  if (region === undefined) throw stop('name a Region: --region us-east-1');
  return region;
};

const FROM_DESCRIPTION = ['deployer', 'execution-role'];

/** Targets that the credentials at hand read. What a role reads is planned beforehand, and a question is not. */
const readableAsOneself = (described: readonly Target[], { who }: Asked): readonly Target[] => {
  const targets = described.filter(({ assumeRole }) => assumeRole === undefined);
  const [other] = described;
  if (targets.length > 0 || other === undefined || !FROM_DESCRIPTION.includes(who)) return targets;
  throw stop(
    `${other.name} is read through ${other.assumeRole}, and can takes on no role — use credentials of account ${other.account}, or collect its facts and add --facts`,
  );
};

const openAccount = async (asked: Asked, words: Words, signal: AbortSignal): Promise<Account> => {
  const facts = words['facts'] as string | undefined;
  if (facts !== undefined) return savedAccount(facts, words['now'] === undefined ? undefined : timeOf(words));
  const targets = readableAsOneself(await targetsNearby(words['file'] as string | undefined), asked);
  const region = regionOf(asked, words, targets[0]?.region);
  return liveAccount(connectOptionsOf(words, signal), { region, time: timeOf(words), targets });
};

/** Answers whether a principal may do something, and why. Exits with 0 allowed, 1 denied, 3 not known. */
export const run = async (words: Words): Promise<number> => {
  const asked = askedOf(String(words['who']), listOf(words, 'words'), listOf(words, 'context'));
  const added = await Promise.all(listOf(words, 'with-policy').map(addedPolicy));
  const interrupt = listenForInterrupt();
  try {
    const account = await openAccount(asked, words, interrupt.signal);
    try {
      const { principal, answers, notes } = await answered(asked, account, added);
      await print(words['output'] === 'json' ? `${jsonText(canData(principal, answers, notes), 2)}\n` : canText(principal, answers, notes));
      return exitCodeOf(answers);
    } finally {
      await account.close();
    }
  } finally {
    interrupt.stopListening();
  }
};
