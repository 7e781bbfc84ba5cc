import { describe, expect, test } from '@jest/globals';
import type { RuleMeta } from '../../src/model/rule.ts';
import { formatProblems } from '../../src/targets/problem.ts';
import { readWaivers } from '../../src/waivers/read.ts';
import { FIXTURE_RULES } from '../support/report-rules.ts';

const first = FIXTURE_RULES.at(-1) as RuleMeta;
const RULES: readonly RuleMeta[] = FIXTURE_RULES.map((rule) => (rule === first ? { ...rule, unwaivable: 'nothing makes it work' } : rule));
const read = (text: string) => readWaivers(text, 'waivers.yaml', RULES);
const faults = (text: string): string => {
  const result = read(text);
  return 'problems' in result ? formatProblems(result.problems) : '';
};
const file = (entry: string): string => `version: 1\nwaivers:\n  - ${entry.replaceAll('\n', '\n    ')}\n`;
const GOOD = 'rule: identity/role-exists\nreason: under way\nowner: mara\nexpires: "2027-01-31"';

describe('a waivers file', () => {
  test('with defaults for what it leaves out', () => {
    expect(read(file(GOOD))).toEqual({
      entries: [
        { rule: 'identity/role-exists', subject: '*', target: '*', reason: 'under way', owner: 'mara', expires: '2027-01-31', place: 'waivers.yaml:3' },
      ],
    });
  });
  test('for a whole topic', () => {
    expect(read(file(GOOD.replace('role-exists', '*')))).toMatchObject({ entries: [{ rule: 'identity/*' }] });
  });
  test('for a whole topic but for the rules that cannot be waived', () => {
    const topic = `${String(first.id).split('/')[0]}/*`;
    expect(read(file(GOOD.replace('identity/role-exists', topic)))).toMatchObject({ entries: [{ rule: topic, except: [first.id] }] });
  });
  test.each([
    [
      'a rule that does not exist',
      GOOD.replace('role-exists', 'role-exist'),
      'waivers.yaml:3:5 waivers[0].rule: is "identity/role-exist", which names no rule — did you mean identity/role-exists?',
    ],
    ['no end', GOOD.replace(/\nexpires.*/, ''), 'waivers[0].expires: is missing'],
    ['no owner', GOOD.replace(/\nowner.*/, ''), 'waivers[0].owner: is missing'],
    ['an empty reason', GOOD.replace('under way', '" "'), 'is empty — say why this may stay as it is'],
    ['a day that is none', GOOD.replace('2027-01-31', '2027-02-30'), 'is no day — it looks like 2027-01-31, in quotes'],
    ['an end before its beginning', `${GOOD}\ncreated: "2027-02-01"`, 'is 2027-01-31, before the day it was created (2027-02-01)'],
    ['a misspelt key', GOOD.replace('owner', 'ownr'), 'waivers[0].ownr: unknown key — did you mean owner?'],
    ['a rule that cannot be waived', GOOD.replace('identity/role-exists', String(first.id)), 'cannot be waived: nothing makes it work'],
  ])('%s', (_, entry, message) => {
    expect(faults(file(entry))).toContain(message);
  });
  test('that is no YAML', () => {
    expect(faults('version: 1\n\twaivers: []')).toContain('a tab is used to indent');
  });
});
