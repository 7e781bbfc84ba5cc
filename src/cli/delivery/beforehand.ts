import { describeHub, getTopic, headPlace } from '../../aws/operations/destinations.ts';
import type { Session } from '../../aws/session.ts';
import { regionOfTopic } from '../../delivery/publish.ts';
import { s3PlaceOf } from '../../delivery/s3-place.ts';
import type { Reading } from '../../model/fact.ts';
import { stop } from '../../run/stop.ts';
import type { Words } from '../words.ts';
import { openOwnSession, ownRegion } from './lines.ts';

/** What was seen of one place: what is wrong with it, or why it could not be looked at. */
interface Seen {
  readonly problems: readonly string[];
  readonly notes: readonly string[];
}

// Whether a place is there is worth some seconds, and no more: the run itself has not begun.
const PATIENCE_MS = 10_000;

const FINE: Seen = { problems: [], notes: [] };

const seen = (reading: Reading<unknown>, option: string, absent: string): Seen => {
  switch (reading.state) {
    case 'present':
      return FINE;
    case 'absent':
      return { ...FINE, problems: [`${option}: ${absent}`] };
    case 'unknown':
      return { ...FINE, notes: [`${option} could not be seen beforehand, and the run goes on: ${reading.message}`] };
    default:
      return reading satisfies never;
  }
};

const lookAtTopic = async ({ call }: Session, words: Words): Promise<Seen> => {
  const topicArn = words['notify'] as string | undefined;
  if (topicArn === undefined) return FINE;
  return seen(
    await call(getTopic, regionOfTopic(topicArn), { topicArn }),
    `--notify ${topicArn}`,
    'there is no such topic — create it, or name one that is there',
  );
};

const lookAtBucket = async ({ call }: Session, words: Words): Promise<Seen> => {
  const place = words['deliver'] as string | undefined;
  if (place === undefined) return FINE;
  const { bucket } = s3PlaceOf(place, '--deliver');
  return seen(await call(headPlace, ownRegion(words), { bucket }), `--deliver ${place}`, `there is no bucket ${bucket} — create it, or name one that is there`);
};

const HUB = '--security-hub';

const notEnabled = (regions: readonly string[]): string =>
  `${HUB}: Security Hub is not enabled in ${regions.join(', ')} — enable it there, or leave ${HUB} out`;

/** Findings of a Region without Security Hub are refused; another one of them may still take all that there is. */
const lookAtHubs = async ({ call }: Session, words: Words, regions: readonly string[]): Promise<Seen> => {
  if (words['security-hub'] !== true) return FINE;
  const hubs = await Promise.all(regions.map(async (region) => ({ region, reading: await call(describeHub, region, {}) })));
  const without = hubs.filter(({ reading }) => reading.state === 'present' && reading.value === 'not-enabled').map(({ region }) => region);
  const notes = hubs.flatMap(({ region, reading }) => seen(reading, `${HUB} in ${region}`, '').notes);
  if (without.length === 0) return { problems: [], notes };
  const [line, isAll] = [notEnabled(without), without.length === regions.length];
  return { problems: isAll ? [line] : [], notes: isAll ? notes : [...notes, `${line}; what is found elsewhere is sent`] };
};

/**
 * Refuses places that a report cannot be handed on to, before the account is read: a topic or a bucket that is not there, a Security Hub that no Region has enabled.
 * Whatever does not let itself be looked at is told, and tried at the end. `regions`: those whose findings the run's own credentials hand on.
 */
export const refuseUnreachable = async (words: Words, regions: readonly string[]): Promise<void> => {
  const session = openOwnSession(words, PATIENCE_MS);
  try {
    const all = await Promise.all([lookAtTopic(session, words), lookAtBucket(session, words), lookAtHubs(session, words, regions)]);
    const problems = all.flatMap((one) => one.problems);
    if (problems.length > 0) throw stop(problems.join('; '));
    // What is wrong with the credentials, the run itself says.
    if (session.credentialsProblem() !== undefined) return;
    for (const note of all.flatMap((one) => one.notes)) process.stderr.write(`sageready: ${note}\n`);
  } finally {
    await session.close();
  }
};
