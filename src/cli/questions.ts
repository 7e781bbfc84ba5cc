import { hanging } from '../../reporters/console/page.ts';
import type { Paint } from '../../reporters/console/paint.ts';
import { LAW } from '../run/law.ts';
import type { FieldPath } from '../targets/fields.ts';
import { FIELDS, SCENARIO_IDS } from '../targets/fields.ts';
import type { Answers } from '../targets/init-answers.ts';
import { answerFrom, defaultOf, demanded, faultOf, worthAsking } from '../targets/init-answers.ts';
import type { Conversation } from './ask.ts';

/** What questions are asked with. */
export interface Asking {
  readonly conversation: Conversation;
  readonly paint: Paint;
  /** Columns. */
  readonly width: number;
  /** The Region of the environment, if it names one. */
  readonly region: string | undefined;
}

const onEnter = (answers: Answers, path: FieldPath, region: string | undefined): string => {
  const standard = defaultOf(answers, path, region);
  if (standard !== undefined) return `Enter: ${standard}`;
  return demanded(answers).includes(path) ? 'Enter: fill it in later' : 'Enter: none';
};

const titleOf = (id: string): string => LAW.scenarios.find((scenario) => scenario.id === id)?.title ?? '';

const scenarioLines = (width: number): readonly string[] =>
  SCENARIO_IDS.flatMap((id, index) => hanging(`  ${index + 1}  `, [id, titleOf(id)].filter(Boolean).join(': '), { width }));

const questionOf = ({ paint, width, region }: Asking, answers: Answers, path: FieldPath): string => {
  const { title, help, expected } = FIELDS[path];
  const form = path === 'scenario' ? 'a number or a name' : expected;
  const lines = [
    ...hanging('', `${title}: ${help}`, { width }).map(paint.strong),
    ...(path === 'scenario' ? scenarioLines(width) : []),
    ...hanging('  ', `${form} (${onEnter(answers, path, region)})`, { width }).map(paint.quiet),
  ];
  return `\n${lines.join('\n')}\n`;
};

const byNumber = (path: FieldPath, text: string): string => (path === 'scenario' ? (SCENARIO_IDS[Number(text) - 1] ?? text) : text);

/** Asks until the answer is valid; undefined: left open. */
const answerTo = async (asking: Asking, answers: Answers, path: FieldPath): Promise<unknown> => {
  const { conversation, paint, width, region } = asking;
  conversation.tell(questionOf(asking, answers, path));
  for (;;) {
    const text = (await conversation.ask('> ')) || defaultOf(answers, path, region);
    if (text === undefined) return undefined;
    const answer = answerFrom(path, byNumber(path, text));
    const fault = faultOf({ ...answers, [path]: answer }, path);
    if (fault === undefined) return answer;
    conversation.tell(`${hanging('  ', fault, { width }).map(paint.bad).join('\n')}\n`);
  }
};

/** Asks for everything that the scenario needs and these answers lack. What is left open stays undefined. */
export const askFor = async (asking: Asking, given: Answers): Promise<Answers> => {
  let answers = given;
  const asked = new Set<FieldPath>();
  for (;;) {
    const path = worthAsking(answers).find((one) => !asked.has(one));
    if (path === undefined) return answers;
    asked.add(path);
    answers = { ...answers, [path]: await answerTo(asking, answers, path) };
  }
};
