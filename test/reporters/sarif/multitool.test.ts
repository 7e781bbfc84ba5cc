import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sarif, sarifFull } from '../../../reporters/sarif.ts';
import { HOSTILE, seeded } from '../../support/hostile.ts';
import { fixtureReport, fullReport, readyReport } from '../../support/report.ts';
import { waivedReport } from '../../support/report-many.ts';
import { MULTITOOL } from '../../support/sarif.ts';

const OPTIONS = { colour: false, all: true, width: 80, links: false };

// The rules of GitHub that Multitool leaves off unless a configuration names them.
const GITHUB_RULES = [
  'GH1001.ProvideRequiredLocationProperties',
  'GH1002.InlineThreadFlowLocations',
  'GH1003.ProvideRequiredRegionProperties',
  'GH1004.ReviewArraysThatExceedConfigurableDefaults',
  'GH1005.LocationsMustBeRelativeUrisOrFilePaths',
  'GH1006.ProvideCheckoutPath',
  'GH1007.ProvideFullyFormattedMessageStrings',
];

const configuration = (): string => {
  const rules = GITHUB_RULES.map(
    (rule) => `<Properties Key="${rule}.Options"><Property Key="RuleEnabled" Value="Error" Type="Driver.RuleEnabledState" /></Properties>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n<Properties>\n${rules.join('\n')}\n</Properties>\n`;
};

// Spoilt on purpose: an ARN as a file, and a message that a reader would have to put together.
const spoilt = (text: string): string =>
  text
    .replaceAll('"uri":"sageready.yaml","uriBaseId":"%SRCROOT%"', '"uri":"arn:aws:iam::123456789012:role/Execution"')
    .replaceAll(/"message":\{"text":"/g, '"message":{"id":"x","markdown":"');

const LOGS: Readonly<Record<string, string>> = {
  realistic: [...sarif(fixtureReport(), OPTIONS)].join(''),
  everything: [...sarifFull(fullReport(), { ...OPTIONS, anchor: '.github/workflows/deploy.yml' })].join(''),
  waived: [...sarifFull(waivedReport(), OPTIONS)].join(''),
  ready: [...sarif(readyReport(), OPTIONS)].join(''),
  hostile: [
    ...sarif(
      seeded(fullReport(), (text) => `${text}${HOSTILE}`),
      OPTIONS,
    ),
  ].join(''),
  spoilt: spoilt([...sarif(fixtureReport(), OPTIONS)].join('')),
};

interface Output {
  readonly runs: readonly [
    {
      readonly artifacts: readonly { readonly location: { readonly uri: string } }[];
      readonly results: readonly {
        readonly ruleId: string;
        readonly level?: string;
        readonly locations: readonly [{ readonly physicalLocation: { readonly artifactLocation: { readonly uri?: string; readonly index?: number } } }];
      }[];
      readonly invocations: readonly [
        { readonly toolExecutionNotifications?: readonly { readonly level?: string; readonly message: { readonly text: string } }[] },
      ];
    },
  ];
}

// It exits with 0 whatever it finds, so only what it writes counts.
const validated = (folder: string): Output => {
  writeFileSync(join(folder, 'rules.xml'), configuration());
  for (const [name, text] of Object.entries(LOGS)) writeFileSync(join(folder, `${name}.sarif`), text);
  const words = ['validate', join(folder, '*.sarif'), '--rule-kind', 'Sarif;Ghas', '--config', join(folder, 'rules.xml')];
  const { status, stdout, stderr } = spawnSync(
    MULTITOOL,
    [...words, '--level', 'Error;Warning;Note', '--log', 'ForceOverwrite', '-o', join(folder, 'output.json')],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`Multitool ended with ${status}: ${stdout}${stderr}`);
  return JSON.parse(readFileSync(join(folder, 'output.json'), 'utf8'));
};

describe('Multitool, with the rules of GitHub', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sageready-sarif-'));
  let output: Output;
  beforeAll(() => {
    output = validated(folder);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const uriOf = ({ locations: [{ physicalLocation }] }: Output['runs'][0]['results'][number]): string => {
    const { uri, index } = physicalLocation.artifactLocation;
    return uri ?? output.runs[0].artifacts[index ?? -1]?.location.uri ?? '';
  };
  const faultsOf = (name: string, levels: readonly string[]): readonly string[] =>
    output.runs[0].results
      .filter((result) => uriOf(result).endsWith(`/${name}.sarif`) && levels.includes(result.level ?? 'warning'))
      .map(({ ruleId }) => ruleId);

  test('has read every log, and none failed to load', () => {
    const trouble = (output.runs[0].invocations[0].toolExecutionNotifications ?? []).filter(({ level }) => level === 'error');
    expect(trouble).toEqual([]);
    expect(new Set(output.runs[0].results.map((result) => uriOf(result).split('/').at(-1)))).toEqual(new Set(Object.keys(LOGS).map((name) => `${name}.sarif`)));
  });
  test.each(Object.keys(LOGS).filter((name) => name !== 'spoilt'))('finds no error: %s', (name) => {
    expect(faultsOf(name, ['error'])).toEqual([]);
  });
  test.each(Object.keys(LOGS).filter((name) => name !== 'spoilt'))(
    'finds nothing to warn of but the address of a home page, which there is not: %s',
    (name) => {
      expect([...new Set(faultsOf(name, ['warning']))]).toEqual(['SARIF2005']);
    },
  );
  test('finds errors where there are some', () => {
    expect(faultsOf('spoilt', ['error'])).toEqual(expect.arrayContaining(['GH1005', 'GH1007']));
  });
});
