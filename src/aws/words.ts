import type { Unknown, UnknownReason } from '../model/fact.ts';
import { unknown } from '../model/fact.ts';
import type { IamAction } from '../model/words.ts';

/** A call that gave no answer: what it was about, and what is known of the reason. */
export interface Unanswered {
  readonly name: string;
  readonly actions: readonly IamAction[];
  readonly whenDenied?: string;
  readonly serves?: 'run';
  readonly subject: string;
  readonly region: string;
  /** Milliseconds that the call was given. */
  readonly timeout: number;
  readonly detail: string;
}

type Words = (call: Unanswered) => string;

const because = (detail: string): string => (detail === '' ? '' : ` (${detail})`);

const WORDS: Partial<Readonly<Record<UnknownReason, Words>>> = {
  'access-denied': ({ name, subject, actions, whenDenied, serves, detail }) =>
    `${name} was refused for ${subject} — grant ${actions.join(' and ')}${serves === 'run' ? '' : ', or pass --facts'}${whenDenied === undefined ? '' : `; ${whenDenied}`}${because(detail)}`,
  throttled: ({ name, subject, detail }) =>
    `${name} was throttled for ${subject} as long as it was tried — run again when less else asks this account, or with a lower --concurrency${because(detail)}`,
  timeout: ({ name, subject, timeout, detail }) =>
    `${name} did not answer in time for ${subject} — check the network, or raise --timeout${because(detail || `${timeout / 1000} s`)}`,
  unreachable: ({ name, subject, region, detail }) =>
    `${name} could not be reached in ${region} for ${subject} — check the network, the proxy, the Region and --endpoint-url${because(detail)}`,
  'not-collected': ({ name, subject, detail }) =>
    detail === '' ? `the run was interrupted before ${name} answered for ${subject} — run again` : `${name} was not asked about ${subject}: ${detail}`,
};

const FAILED: Words = ({ name, subject, detail }) => `${name} failed for ${subject} — run again, and if it stays look at what AWS says${because(detail)}`;

/** Names a call's failure as a value, with its remedy; a refusal also names the actions to grant. */
export const unanswered = (reason: UnknownReason, call: Unanswered): Unknown =>
  unknown(reason, (WORDS[reason] ?? FAILED)(call), reason === 'access-denied' ? { actions: call.actions } : {});
