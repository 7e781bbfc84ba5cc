import type { Fact, Facts, Unknown } from '../model/fact.ts';

const isAnswerMissing = (fact: Fact): fact is Unknown => fact.state === 'unknown' && fact.reason !== 'not-collected';

/** What a report's header says once where AWS's simulator gave no second opinion, or not all of it. */
export const simulatorNotes = (facts: Facts): readonly string[] => {
  const simulations = facts.toJSON().facts.filter(({ kind }) => kind === 'iam.simulation');
  const [first, ...others] = new Set(
    simulations
      .map(({ fact }) => fact)
      .filter(isAnswerMissing)
      .map(({ message }) => message),
  );
  if (first === undefined) return [];
  const more = others.length === 0 ? '' : `, and for ${others.length} more`;
  const engine = facts.get({ kind: 'run.iamEngine', params: {} });
  const consequence =
    engine.state === 'present' && (engine.value as unknown) === 'aws'
      ? 'what it should decide (--iam-engine aws) could not be judged'
      : 'permissions were judged by sageready’s own evaluation of the policies';
  return [`AWS’s policy simulator gave no second opinion, so ${consequence}: ${first}${more}`];
};
