import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { github } from '../../reporters/github.ts';
import type { Report, TargetReport } from '../../src/model/report.ts';
import { expectGolden } from '../support/golden.ts';
import { HOSTILE, seeded } from '../support/hostile.ts';
import { fixtureReport, fullReport, readyReport } from '../support/report.ts';
import { waivedReport } from '../support/report-many.ts';

const written = (report: Report): string => [...github(report, { colour: false, all: false, width: 80, links: false })].join('');

interface Command {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

const unescaped = (text: string): string =>
  text.replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');

// As the runner reads it: the command ends at the second pair of colons. https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
const commandOf = (line: string): Command => {
  const match = /^::(\w+) (.*?)::(.*)$/.exec(line);
  if (match === null) throw new Error(`no command: ${line}`);
  const [, command = '', properties = '', message = ''] = match;
  return {
    command,
    message: unescaped(message),
    properties: Object.fromEntries(
      properties
        .split(',')
        .map((one) => one.split('='))
        .map(([name, ...value]) => [name, unescaped(value.join('='))]),
    ),
  };
};

const commandsOf = (report: Report): readonly Command[] => written(report).split('\n').slice(0, -1).map(commandOf);

describe('the report as annotations', () => {
  test('is as committed', () => {
    expectGolden('reporters/golden/report.github.golden.txt', written(fixtureReport()));
  });
  test('points to the line of the description', () => {
    expect(commandsOf(fixtureReport()).find(({ properties }) => properties['title']?.includes('memory size'))).toEqual({
      command: 'error',
      properties: { file: 'sageready.yaml', line: '30', col: '25', title: 'fraud: must hold: The memory size is one that serverless endpoints offer' },
      message: expect.stringMatching(/^2000 MB is not offered\.\n.*2000 MB; expected: 1024.*\nTo do: .*2048.*\nRule: endpoint\/memory-size-is-offered\./),
    });
  });
  test('tells a failure by its severity, and what could not be judged as a warning', () => {
    const commands = commandsOf(fixtureReport());
    expect(commands.map(({ command }) => command)).toEqual([...Array(6).fill('error'), ...Array(6).fill('warning')]);
    expect(commands.find(({ message }) => message.includes('kms:DescribeKey'))?.command).toBe('warning');
    expect(commands.find(({ message }) => message.includes('memorySizeInMB?'))?.command).toBe('error');
  });
  test('leaves out what is waived, what passed, and what only follows', () => {
    expect(written(readyReport())).toBe('');
    expect(written(waivedReport())).not.toContain('memory size');
    expect(written(fixtureReport())).not.toContain('encryption/key-trusts-role');
  });
  test('says that nothing was judged, or not all', () => {
    expect(commandsOf({ ...readyReport(), targets: [] })).toMatchObject([{ command: 'warning', properties: { title: 'Nothing was judged' } }]);
    expect(commandsOf(readyReport({ complete: false }))).toMatchObject([{ command: 'warning', properties: { title: 'The run was stopped' } }]);
  });
  test('is ten of a kind at most, of which the last counts the rest', () => {
    const [churn] = [...fixtureReport().targets] as [TargetReport];
    const commands = commandsOf({ ...fixtureReport(), targets: Array.from({ length: 20 }, () => churn) });
    expect(commands.length).toBe(10);
    expect(commands.at(-1)?.properties['title']).toBe('sageready has 31 more annotations of this kind');
  });
});

describe('hostile text', () => {
  test.each(['%0A::error::x', '\n::stop-commands::x', '::add-mask::x', 'a,line=1::b', '##[error]x', HOSTILE])(
    'is no command and no property of one: %j',
    (text) => {
      const report = seeded(fullReport(), (own) => `${own}${text}`);
      const clean = commandsOf(fullReport());
      const commands = commandsOf(report);
      expect(commands.map(({ command }) => command)).toEqual(clean.map(({ command }) => command));
      for (const { properties } of commands) expect(Object.keys(properties).filter((name) => !['file', 'line', 'col', 'title'].includes(name))).toEqual([]);
    },
  );
  test('keeps lines, lengths and commands whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const commands = commandsOf(seeded(fullReport(), (own) => `${text}${own}${text}`));
        expect(commands.map(({ command }) => command)).toEqual(commandsOf(fullReport()).map(({ command }) => command));
        for (const { properties, message } of commands) {
          expect(properties['title']?.length).toBeLessThanOrEqual(255);
          expect(message.length).toBeLessThanOrEqual(4000);
        }
      }),
      { numRuns: 30 },
    );
  });
});
