import type { Owner } from '../../src/model/fix.ts';
import { jsonLayout } from '../json-layout.ts';
import { columnsOf, wrap } from '../text.ts';
import type { Request } from './requests.ts';

/** Each owner as a sheet addresses them. */
export const TEAMS: Readonly<Record<Owner, string>> = {
  network: 'whoever runs the network',
  identity: 'whoever manages roles and policies',
  keys: 'whoever manages the KMS keys',
  ml: 'whoever builds and deploys the model',
  organisation: 'whoever manages the AWS organisation',
};

const STEP = '    ';

const shifted = (lines: readonly string[], margin: string): readonly string[] => lines.map((line) => (line === '' ? '' : margin + line));

const hanging = (lead: string, text: string, width: number): readonly string[] => {
  const margin = ' '.repeat(lead.length);
  return wrap(text, width - lead.length).map((line, index) => (index === 0 ? lead : margin) + line);
};

const block = (label: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `${STEP}${label}`, '', ...shifted(lines, STEP + STEP)];

const LABEL = 9;

const labelled = (label: string, text: string, width: number): readonly string[] => hanging(STEP + label.padEnd(LABEL), text, width);

const reasonLines = ({ because, observed, targets }: Request['reasons'][number], width: number): readonly string[] => [
  ...labelled('for', targets.join(', '), width),
  ...labelled('because', because, width),
  ...observed.flatMap((text) => labelled('', text, width)),
];

const requestLines = ({ text, statement, commands, reasons }: Request, number: number, width: number): readonly string[] => [
  '',
  // The commands that some texts announce stand below the reasons.
  ...hanging(`${number}.`.padEnd(STEP.length), text.replace(/:$/, '.'), width),
  '',
  ...reasons.flatMap((reason) => reasonLines(reason, width)),
  ...(statement === undefined ? [] : block('The statement:', jsonLayout(statement).split('\n'))),
  ...block(
    'The commands:',
    commands.flatMap((command) => command.split('\n')),
  ),
];

/** One owner's sheet: a heading, then each request with its reason, statement and commands. */
export const sheetLines = (owner: Owner, requests: readonly Request[], width: number): readonly string[] => {
  const heading = `For ${TEAMS[owner]}`;
  return [heading, '='.repeat(columnsOf(heading)), ...requests.flatMap((request, index) => requestLines(request, index + 1, width))];
};
