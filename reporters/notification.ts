import { OWNER_OF_FIX } from '../src/model/fix.ts';
import type { Report } from '../src/model/report.ts';
import { adviceOf } from './failed.ts';
import type { Announcement } from './found/announce.ts';
import { subjectText } from './found/identity.ts';
import type { Found } from './found/index.ts';
import { ownerOfAdvice } from './handoff/requests.ts';
import { count, unique, visible } from './text.ts';

/** A message to people: a subject line, and a text. */
export interface Notification {
  /** ASCII, at most 100 characters. */
  readonly subject: string;
  readonly message: string;
}

// Publish takes a subject of 100 ASCII characters and a message of 256 KB: https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
const LONGEST_SUBJECT = 100;
const MOST_BYTES = 250_000;
const FEW = 5;

const encoder = new TextEncoder();
const bytesOf = (text: string): number => encoder.encode(text).length;

const shortList = (words: readonly string[]): string =>
  words.length <= FEW ? words.join(', ') : `${words.slice(0, FEW).join(', ')} and ${words.length - FEW} more`;

const placesOf = (news: readonly Found[]): string => shortList(unique(news.map(({ account, region }) => `${account} ${region}`)));

const asciiOf = (text: string): string => text.replace(/[^\x20-\x7e]/g, '?').slice(0, LONGEST_SUBJECT);

const todoOf = ({ fixes, remedy, rule }: Found): string => {
  const owners = fixes.length === 0 ? [ownerOfAdvice(rule)] : unique(fixes.map(({ kind }) => OWNER_OF_FIX[kind]));
  const advice = unique(adviceOf(fixes, remedy));
  return `To do (${owners.join(', ')}): ${advice.length === 0 ? 'see the report' : advice.join(' ')}`;
};

const entryOf = (found: Found, index: number): string => {
  const { rule, severity, summary, subject, details, targets, account, region } = found;
  return [
    `${index + 1}. ${summary} (${severity}, ${rule})`,
    `   ${subjectText(subject)}: ${details.slice(0, FEW).join('; ')}`,
    `   Concerns ${shortList(targets)} in ${account} ${region}`,
    `   ${todoOf(found)}`,
  ].join('\n');
};

/** As many entries as there is room for; the number of the others is said. */
const entriesOf = (news: readonly Found[]): string => {
  const taken: string[] = [];
  let bytes = 0;
  for (const [index, found] of news.entries()) {
    const entry = entryOf(found, index);
    bytes += bytesOf(entry) + 2;
    if (bytes > MOST_BYTES) break;
    taken.push(entry);
  }
  const left = news.length - taken.length;
  return [...taken, ...(left === 0 ? [] : [`and ${left} more: see the report`])].join('\n\n');
};

const closingOf = ({ run }: Report, known: number, places: readonly string[]): string =>
  [
    ...(known === 0 ? [] : [`${count(known, 'failure')} of earlier runs ${known === 1 ? 'lasts' : 'last'}.`]),
    ...(run.complete ? [] : ['The run was cut short: there may be more.']),
    `Judged at ${visible(run.time)} by sageready ${visible(run.tool.version)}.`,
    ...places.map((place) => `Report: ${visible(place)}`),
  ].join('\n');

/** The message about what fails now and was not told before, with who can mend it; undefined where there is no news. `places`: where the report lies. */
export const notificationOf = (report: Report, { news, known }: Announcement, places: readonly string[]): Notification | undefined => {
  if (news.length === 0) return undefined;
  const targets = unique(news.flatMap((found) => found.targets));
  const head = `${count(news.length, 'new failure')}, in ${count(targets.length, 'target')}: ${shortList(targets)}`;
  return {
    subject: asciiOf(`sageready: ${count(news.length, 'new failure')} in ${placesOf(news)}`),
    message: [head, entriesOf(news), closingOf(report, known, places)].join('\n\n').concat('\n'),
  };
};
