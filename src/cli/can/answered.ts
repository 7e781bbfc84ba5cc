import type { PolicySource } from '../../model/policy.ts';
import { partitionOf } from '../../reason/arn.ts';
import { loadIamMetadata } from '../../reason/iam/metadata.ts';
import { stop } from '../../run/stop.ts';
import type { Account } from './account.ts';
import { type ActionAnswer, answerAction } from './answer.ts';
import type { Asked } from './asked.ts';
import { organisationOf } from './organisation.ts';
import { pairingOf } from './pairing.ts';
import { askerFor } from './principal.ts';
import { type AskedResource, resourceFor } from './resource.ts';

/** The answers to one command. */
export interface Answered {
  /** ARN. */
  readonly principal: string;
  readonly answers: readonly ActionAnswer[];
  readonly notes: readonly string[];
}

const nothingAsked = (answers: readonly ActionAnswer[]): string =>
  answers
    .map(({ pairing: { action, passedOver, lacking } }) =>
      lacking.length > 0 ? `${action} is asked about a resource such as ${lacking.join(' or ')}` : `${action} is never asked about ${passedOver.join(', ')}`,
    )
    .join('; ');

/** Reads what decides, and answers every action on every resource that it is asked about. Throws a Stop when there is nothing to ask. */
export const answered = async (asked: Asked, account: Account, added: readonly PolicySource[]): Promise<Answered> => {
  const { account: number, region, time } = account;
  const [metadata, asker, organisation] = await Promise.all([loadIamMetadata(), askerFor(asked.who, account), organisationOf(account)]);
  const resources = await Promise.all(asked.resources.map((word) => resourceFor(word, asked.actions, account)));
  const everything: AskedResource = { arn: '*', account: number, policies: {}, notes: [] };
  const place = { partition: partitionOf(region), region, account: number };
  const arns = resources.map(({ arn }) => arn);
  const grounds = { asker, context: asked.context, region, time, organisation, added };
  const candidates = arns.includes('*') ? resources : [...resources, everything];
  const answers = asked.actions.map((action) => answerAction(grounds, pairingOf(metadata, action, arns, place), candidates));
  if (answers.every((one) => one.answers.length === 0)) throw stop(nothingAsked(answers));
  return { principal: asker.arn, answers, notes: [...organisation.notes, ...resources.flatMap(({ notes }) => notes)] };
};
