import { describe, expect, test } from '@jest/globals';
import { factsOf } from '../../src/engine/facts.ts';
import type { Fact, SavedFact } from '../../src/model/fact.ts';
import { absent, present, unknown } from '../../src/model/fact.ts';
import { simulatorNotes } from '../../src/run/simulator-notes.ts';

const REFUSED = unknown('access-denied', 'iam:SimulatePrincipalPolicy was refused for a role', { actions: ['iam:SimulatePrincipalPolicy'] });
const OTHER = unknown('throttled', 'iam:SimulatePrincipalPolicy was throttled');

const notes = (simulations: readonly Fact[], more: readonly SavedFact[] = []): readonly string[] =>
  simulatorNotes(
    factsOf([...simulations.map((fact, index): SavedFact => ({ kind: 'iam.simulation', params: { action: `a:${index}` }, fact })), ...more], 'test'),
  );

describe('what the header says of the simulator', () => {
  test('nothing, where it answered, was not asked, or the run was stopped', () => {
    expect(notes([absent])).toEqual([]);
    expect(notes([])).toEqual([]);
    expect(notes([unknown('not-collected', 'stopped')])).toEqual([]);
  });
  test('once, however many answers are missing', () => {
    expect(notes([REFUSED, REFUSED])).toEqual([
      'AWS’s policy simulator gave no second opinion, so permissions were judged by sageready’s own evaluation of the policies: iam:SimulatePrincipalPolicy was refused for a role',
    ]);
    expect(notes([REFUSED, OTHER])).toEqual([expect.stringMatching(/, and for 1 more$/)]);
  });
  test('what it means where its word alone counts', () => {
    const engine: SavedFact = { kind: 'run.iamEngine', params: {}, fact: present('aws') };
    expect(notes([REFUSED], [engine])).toEqual([expect.stringContaining('could not be judged')]);
  });
});
