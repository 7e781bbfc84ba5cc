import type { Unknown } from '../../model/fact.ts';
import { unknown } from '../../model/fact.ts';
import type { Fix } from '../../model/fix.ts';
import type { Evidence, Judgement } from '../../model/verdict.ts';
import { cannotTell, fail, notApplicable, pass } from '../../model/verdict.ts';
import type { NonEmpty } from '../../model/words.ts';
import { isNonEmpty } from '../../model/words.ts';
import type { EvalResult } from '../iam/types.ts';
import type { Answer } from './answers.ts';
import { fixFor, mergedFixes } from './remedies.ts';

/** Denied whatever is unknown. */
export const isDenied = (answer: Answer): boolean => 'gone' in answer || !answer.result.possible.includes('Allowed');
/** Could still go either way. */
export const isOpen = (answer: Answer): boolean => 'result' in answer && answer.result.decision === 'Unknown' && !isDenied(answer);

/** What a denied answer shows. */
const evidenceOf = (answer: Answer): Evidence => {
  const { principalArn, resourceArn } = answer.about;
  const expected = `${principalArn} may ${answer.action} on ${resourceArn}`;
  if ('gone' in answer) return { subject: resourceArn, observed: answer.gone, expected };
  const { trace } = answer.result;
  return { subject: principalArn, observed: trace.message, expected, trace };
};

/** What would mend a denied answer. */
const fixesOf = (answer: Answer): readonly Fix[] => {
  const repair = 'result' in answer ? answer.result.trace.repair : undefined;
  return repair === undefined ? [] : [fixFor(repair, answer.about)];
};

/** Why a decision is open: unread documents, keys that only AWS knows, or a document that cannot be understood. Never empty. */
export const whyOpen = ({ missing, unread, trace }: EvalResult, question: string): NonEmpty<Unknown> => {
  const context =
    missing.length > 0 ? [unknown('context', `${question} depends on ${missing.join(', ')}, which only AWS knows when the call is made`, { missing })] : [];
  const reasons: readonly Unknown[] = [...unread, ...context];
  return isNonEmpty(reasons) ? reasons : [unknown('failed', `${question} cannot be decided: ${trace.notes.join('; ') || 'a policy cannot be understood'}`)];
};

/** Why an open answer is open. */
export const openBecause = (answer: Answer): readonly Unknown[] =>
  'result' in answer ? whyOpen(answer.result, `${answer.action} on ${answer.about.resourceArn}`) : [];

/** The verdict on denied questions; none denied: nothing to judge. */
export const judgeDenied = (summary: string, denied: readonly Answer[]): Judgement => {
  const evidence: readonly Evidence[] = denied.map(evidenceOf);
  return isNonEmpty(evidence) ? fail(summary, evidence, mergedFixes(denied.flatMap(fixesOf))) : notApplicable('this plan needs none of these permissions');
};

/** The verdict on answered questions: what is denied whatever is unknown fails; what may still go either way cannot be told. */
export const judgeAnswers = (answers: readonly Answer[]): Judgement => {
  const denied = answers.filter(isDenied);
  if (denied.length > 0) return judgeDenied(`${denied.map(({ action }) => action).join(', ')} is denied`, denied);
  const open: readonly Unknown[] = answers.filter(isOpen).flatMap(openBecause);
  if (isNonEmpty(open)) return cannotTell(...open);
  if (answers.length === 0) return notApplicable('this plan needs none of these permissions');
  return pass(`${answers.map(({ action }) => action).join(', ')} ${answers.length === 1 ? 'is' : 'are'} allowed`);
};
