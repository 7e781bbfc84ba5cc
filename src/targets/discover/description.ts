import { Document, type YAMLMap, type YAMLSeq } from 'yaml';
import { describeFound } from './describe.ts';
import type { Discovery } from './discover.ts';
import type { Found, Missed } from './found.ts';

/** How a text says when and where it was made. */
export interface Heading {
  readonly time: string;
  readonly account: string;
  readonly regions: readonly string[];
}

const commented = (lines: readonly string[]): string => lines.map((line) => ` ${line.replace(/\s+/g, ' ')}`).join('\n');

const headOf = ({ time, account, regions }: Heading): readonly string[] => [
  `What sageready discover found in account ${account}, ${regions.join(', ')}, at ${time}.`,
  'Each target says `existing: true`: nobody deploys it, and what only decides whether it can be made is not judged.',
  'Take that out of a target to judge it as a plan.',
];

const missedLine = ({ name, reason }: Missed): string => `Not read: ${name}: ${reason.message}`;

const faultLine = (found: Found): string | undefined => {
  const described = describeFound(found);
  return 'fault' in described ? `Not described: ${found.entry.name}: ${described.fault}` : undefined;
};

/** Everything that the targets do not say: what could not be read or described, and what fits no scenario. */
const tailOf = ({ found, missed, notes }: Discovery): readonly string[] => [
  ...missed.map(missedLine),
  ...found.flatMap((one) => faultLine(one) ?? []),
  ...notes.map((note) => `Not a target: ${note}`),
];

/** The description of what was found, each target commented with where that was; whatever is no target stands as a comment. */
export const descriptionText = (discovery: Discovery, heading: Heading): string => {
  const targets = discovery.found.filter((found) => 'targets' in describeFound(found));
  const document = new Document({ version: 1, targets: targets.map(({ entry }) => entry) });
  document.commentBefore = commented([...headOf(heading), ...tailOf(discovery)]);
  const list = document.get('targets') as YAMLSeq<YAMLMap>;
  for (const [index, { says }] of targets.entries()) {
    const item = list.items[index];
    if (item !== undefined) item.commentBefore = commented(says);
  }
  return document.toString({ lineWidth: 0 });
};
