import type { Reading } from '../model/fact.ts';
import { unknown } from '../model/fact.ts';
import type { Answer, Line, Sendable } from './ask.ts';
import { ask } from './ask.ts';
import type { ServiceName } from './clients.ts';
import { withoutFreeText } from './free-text.ts';
import type { CallMemory, KeptAnswer, Rememberer } from './memory.ts';
import { assumeRole } from './operations/assume-role.ts';
import { getCallerIdentity } from './operations/sts.ts';

/** Under which keys an answer is kept, with what each of them says. */
type KeptAs = (answer: KeptAnswer) => ReadonlyMap<string, KeptAnswer>;

/** Who is asking decides whether the memory is theirs, so that is asked of AWS in every run. */
export const asksForIdentity = ({ name }: { readonly name: string }): boolean => name === getCallerIdentity.name;

/** Keys of a session are kept nowhere, and an earlier run's are of no use. */
export const isAskedInEachRun = (call: { readonly name: string }): boolean => asksForIdentity(call) || call.name === assumeRole.name;

/** Whether AWS said what there is, or that there is no such thing. */
const isKept = (answer: Answer<unknown>): answer is KeptAnswer => answer.state === 'present' || answer.state === 'absent' || answer.state === 'moved';

/** What an earlier run was answered, its requests noted as they were then. */
export const recalled = ({ memory, log }: Line, key: string): KeptAnswer | undefined => {
  const kept = memory?.recall(key);
  for (const record of kept?.records ?? []) log.note(record);
  return kept?.answer;
};

const declaredPart = (answer: KeptAnswer, service: ServiceName): KeptAnswer =>
  answer.state === 'present' ? { ...answer, value: withoutFreeText(answer.value, service) } : answer;

/** Asks AWS, and keeps what it answers as far as facts are made of it. */
export const askAndKeep = async <O>(line: Line, call: Sendable<O>, keptAs: KeptAs): Promise<Answer<O>> => {
  const { answer, records } = await ask(line, call);
  if (line.memory !== undefined && isKept(answer) && !isAskedInEachRun(call)) line.memory.keep(keptAs(declaredPart(answer, call.service)), records);
  return answer;
};

/** The identity, once the memory knows that it is its own. */
export const met = <T>(memory: CallMemory | undefined, reading: Reading<T>): Reading<T> => {
  const problem = reading.state === 'present' ? memory?.meet(reading.value as Rememberer) : undefined;
  return problem === undefined ? reading : unknown('not-collected', problem);
};
