import type { ScenarioId } from '../model/target.ts';
import type { FieldPath } from './fields.ts';
import { FIELD_PATHS, FIELDS, FIELDS_OF, SCENARIO_IDS } from './fields.ts';
import type { Issue } from './issue.ts';
import { validateTarget } from './validate.ts';

/** What is known of a target that is being described: values by the path of their field. */
export type Answers = Readonly<Partial<Record<FieldPath, unknown>>>;

type Raw = Readonly<Record<string, unknown>>;

/** Optional, but whoever names the one knows the other, and gains by saying it. */
const ASKED_BESIDE: Readonly<Partial<Record<FieldPath, FieldPath>>> = { image: 'modelDataUrl' };

const within = (value: unknown, keys: readonly string[], leaf: unknown): unknown => {
  const [key, ...inner] = keys;
  if (key === undefined) return leaf;
  const map = (value ?? {}) as Raw;
  return { ...map, [key]: within(map[key], inner, leaf) };
};

const rawOf = (answers: Answers): Raw =>
  FIELD_PATHS.filter((path) => answers[path] !== undefined).reduce<Raw>((raw, path) => within(raw, path.split('.'), answers[path]) as Raw, {});

const issuesIn = (answers: Answers): readonly Issue[] => {
  const read = validateTarget(rawOf(answers));
  return 'issues' in read ? read.issues : [];
};

/** The scenario that these answers name, if it is one. */
export const scenarioIn = (answers: Answers): ScenarioId | undefined => SCENARIO_IDS.find((id) => id === answers['scenario']);

const fieldsOf = (answers: Answers): readonly FieldPath[] => {
  const scenario = scenarioIn(answers);
  return scenario === undefined ? ['scenario'] : FIELDS_OF[scenario];
};

/** A missing map is missing all that it must hold. */
const fieldsAt = (answers: Answers, { path }: Issue): readonly FieldPath[] => {
  const place = path.join('.');
  return fieldsOf(answers).filter((field) => field === place || (field.startsWith(`${place}.`) && FIELDS[field].presence !== 'optional'));
};

const isUnanswered = (answers: Answers) => (path: FieldPath) => answers[path] === undefined;

const inTableOrder = (paths: readonly FieldPath[]): readonly FieldPath[] => FIELD_PATHS.filter((path) => paths.includes(path));

/** The fields that a valid target of this scenario still needs, in the order of the table. The scenario's own schema decides, so that a new one needs no word here. */
export const demanded = (answers: Answers): readonly FieldPath[] =>
  inTableOrder(issuesIn(answers).flatMap((issue) => fieldsAt(answers, issue))).filter(isUnanswered(answers));

/** The same, with what is optional but worth a question. */
export const worthAsking = (answers: Answers): readonly FieldPath[] => {
  const needed = demanded(answers);
  const known = fieldsOf(answers);
  const named = FIELD_PATHS.filter((path) => needed.includes(path) || answers[path] !== undefined);
  const beside = named.flatMap((path) => ASKED_BESIDE[path] ?? []).filter((path) => known.includes(path) && answers[path] === undefined);
  return inTableOrder([...needed, ...beside]);
};

const NUMBER = /^\d{1,15}$/;
const TRUTHS: Readonly<Record<string, boolean>> = { true: true, yes: true, false: false, no: false };

const tagsOf = (words: readonly string[]): Raw => Object.fromEntries(words.map((word) => [word.split('=')[0] ?? '', word.split('=').slice(1).join('=')]));

const listOf = (text: string): readonly string[] => text.split(/[\s,]+/).filter((word) => word !== '');

/** What a typed answer means for a field; text that is none of its form stays text, so that the schema can say what is wrong. */
export const answerFrom = (path: FieldPath, text: string): unknown => {
  const { type } = FIELDS[path];
  switch (type) {
    case 'number':
      return NUMBER.test(text) ? Number(text) : text;
    case 'truth':
      return TRUTHS[text.toLowerCase()] ?? text;
    case 'tags':
      return tagsOf(listOf(text));
    case 'list':
      return listOf(text);
    case 'text':
    case 'map':
      return text;
    default:
      return type satisfies never;
  }
};

const isAbout = ({ path }: Issue, field: FieldPath): boolean => `${path.join('.')}.`.startsWith(`${field}.`);

/** What is wrong with the answer at a path, seen together with the others; undefined: nothing. */
export const faultOf = (answers: Answers, path: FieldPath): string | undefined => {
  const issue = issuesIn(answers).find((one) => isAbout(one, path));
  if (issue === undefined) return undefined;
  const { message, expected, nearest } = issue;
  return `${message}${expected === undefined ? '' : `; expected ${expected}`}${nearest === undefined ? '' : ` — did you mean ${nearest}?`}`;
};

const nameFrom = ({ scenario, endpointName, ...answers }: Answers): string =>
  String(endpointName ?? answers['completeFrom.endpoint'] ?? answers['completeFrom.model'] ?? `my-${String(scenario)}`);

/** What an answer is when nothing is typed; undefined: there is no sensible default. Numbers have one, since AWS offers few. */
export const defaultOf = (answers: Answers, path: FieldPath, region: string | undefined): string | undefined => {
  if (path === 'scenario') return SCENARIO_IDS[0];
  if (path === 'name') return nameFrom(answers);
  if (path === 'region') return region;
  return FIELDS[path].type === 'number' ? String(FIELDS[path].example) : undefined;
};
