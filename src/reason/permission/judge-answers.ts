import type { Unknown } from '../../model/fact.ts';
import { unknown } from '../../model/fact.ts';
import type { Fix } from '../../model/fix.ts';
import type { Evidence, Judgement } from '../../model/verdict.ts';
import { cannotTell, fail, notApplicable, noted, pass } from '../../model/verdict.ts';
import type { NonEmpty } from '../../model/words.ts';
import { isNonEmpty } from '../../model/words.ts';
import type { EvalResult } from '../iam/types.ts';
import type { Answer } from './answers.ts';
import { fixesFor, mergedFixes } from './remedies.ts';

/** Denied whatever is unknown. */
export const isDenied = (answer: Answer): boolean => 'gone' in answer || ('result' in answer && !answer.result.possible.includes('Allowed'));
/** Could still go either way. */
export const isOpen = (answer: Answer): boolean => 'open' in answer || ('result' in answer && answer.result.decision === 'Unknown' && !isDenied(answer));

/** What a denied answer shows. */
const evidenceOf = (answer: Answer): Evidence => {
  const { principalArn, resourceArn } = answer.about;
  const expected = `${principalArn} may ${answer.action} on ${resourceArn}`;
  if ('gone' in answer) return { subject: resourceArn, observed: answer.gone, expected };
  if ('open' in answer) return { subject: principalArn, observed: answer.open.message, expected };
  const { trace } = answer.result;
  return { subject: principalArn, observed: trace.message, expected, trace };
};

/** What would mend a denied answer. */
export const fixesOf = (answer: Answer): readonly Fix[] => {
  const repair = 'result' in answer ? answer.result.repair : undefined;
  return repair === undefined ? [] : fixesFor(repair, answer.about);
};

/** Why a decision is open: unread documents, keys that only AWS knows, or a document that cannot be understood. Never empty. */
export const whyOpen = ({ missing, unread, trace }: EvalResult, question: string): NonEmpty<Unknown> => {
  const context =
    missing.length > 0 ? [unknown('context', `${question} depends on ${missing.join(', ')}, which only AWS knows when the call is made`, { missing })] : [];
  const reasons: readonly Unknown[] = [...unread, ...context];
  return isNonEmpty(reasons) ? reasons : [unknown('failed', `${question} cannot be decided: ${trace.notes.join('; ') || 'a policy cannot be understood'}`)];
};

/** Why an open answer is open. */
export const openBecause = (answer: Answer): readonly Unknown[] => {
  if ('open' in answer) return [answer.open];
  return 'result' in answer ? whyOpen(answer.result, `${answer.action} on ${answer.about.resourceArn}`) : [];
};

/** How AWS's simulator disagrees with these answers. */
export const notesOf = (answers: readonly Answer[]): readonly string[] => answers.flatMap((answer) => ('result' in answer ? answer.notes : []));

/** The verdict on denied questions; none denied: nothing to judge. */
export const judgeDenied = (summary: string, denied: readonly Answer[]): Judgement => {
  const evidence: readonly Evidence[] = denied.map(evidenceOf);
  if (!isNonEmpty(evidence)) return notApplicable('this plan needs none of these permissions');
  return noted(fail(summary, evidence, mergedFixes(denied.flatMap(fixesOf))), notesOf(denied));
};

/** One action may be asked about several things. */
const actionsOf = (answers: readonly Answer[]): readonly string[] => [...new Set(answers.map(({ action }) => action))];

const distinct = (unknowns: readonly Unknown[]): readonly Unknown[] => [...new Map(unknowns.map((one) => [one.message, one])).values()];

/** The verdict on answered questions: what is denied whatever is unknown fails; what may still go either way cannot be told. */
export const judgeAnswers = (answers: readonly Answer[]): Judgement => {
  const denied = answers.filter(isDenied);
  if (denied.length > 0) return judgeDenied(`${actionsOf(denied).join(', ')} is denied`, denied);
  const open: readonly Unknown[] = distinct(answers.filter(isOpen).flatMap(openBecause));
  if (isNonEmpty(open)) return cannotTell(...open);
  if (answers.length === 0) return notApplicable('this plan needs none of these permissions');
  const actions = actionsOf(answers);
  return noted(pass(`${actions.join(', ')} ${actions.length === 1 ? 'is' : 'are'} allowed`), notesOf(answers));
};
