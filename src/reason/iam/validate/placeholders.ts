import { splitFields } from '../six-fields.ts';
import { mask, placeholdersIn } from './mask.ts';
import { itemsOf, membersOf, type Place, scalarTextsOf, type TextPlace, textsOf } from './place.ts';
import { type Finding, finding, type Spot } from './problem.ts';
import { actionsIn, resourcesIn, type Statement, type StatementCheck } from './statement.ts';

/** In an ARN's Region or account, and in a host's labels, no real value is all capitals. */
const CAPITALS = /^[A-Z][A-Z0-9]{2,}(?:[-_ ][A-Z0-9]+)*$/;
const FIELD_WORD = /^(?:your|my|aws|the)?[-_ ]?(?:region|account)(?:[-_ ]?(?:id|number|name|code))?$/i;
const NAME_WORD = /^(?:YOUR[-_ ].*|(?:BUCKET|REPO|REPOSITORY|ROLE|KEY|MODEL|ENDPOINT)[-_](?:NAME|ID|ARN)|DOC-EXAMPLE-BUCKET\d*|amzn-s3-demo-\S*bucket\d*)$/;

/** Whether a Region, an account or a host's label is a word that stands for one. */
export const isPlaceholderWord = (field: string): boolean => CAPITALS.test(field) || FIELD_WORD.test(field);

const wordsInArn = (text: string): readonly string[] => {
  const [head, , , region = '', account = '', resource = ''] = splitFields(mask(text).text);
  if (head !== 'arn') return [];
  return [...[region, account].filter(isPlaceholderWord), ...resource.split(/[/:]/).filter((word) => NAME_WORD.test(word))];
};

const HOST = /\.amazonaws\.com(?:\.cn)?$/;

const wordsInHost = (text: string): readonly string[] => {
  const { text: masked } = mask(text);
  return HOST.test(masked) && !masked.includes(':') ? masked.split('.').filter(isPlaceholderWord) : [];
};

const wordsIn = (text: string): readonly string[] => [...new Set([...placeholdersIn(text), ...wordsInArn(text), ...wordsInHost(text)])];

const MOST_SHOWN = 5;

/** The finding that placeholders are not filled in. */
export const unfilled = (spot: Spot, words: readonly string[]): Finding => {
  const shown = words.slice(0, MOST_SHOWN).map((word) => word.slice(0, 80));
  return finding('placeholder', spot, { message: `the template is not filled in: ${shown.join(', ')}${words.length > MOST_SHOWN ? ' …' : ''}` });
};

const placeholderIn = (place: TextPlace): readonly Finding[] => {
  const words = wordsIn(place.text);
  return words.length === 0 ? [] : [unfilled(place, words)];
};

const principalTexts = (place: Place | undefined): readonly TextPlace[] => [...textsOf(place), ...membersOf(place).flatMap(textsOf)];

const conditionTexts = (place: Place | undefined): readonly TextPlace[] =>
  membersOf(place).flatMap((operator) => membersOf(operator).flatMap((key) => [{ text: key.key, ...key.keySpot }, ...itemsOf(key).flatMap(scalarTextsOf)]));

const textsOfStatement = (statement: Statement): readonly TextPlace[] => [
  ...actionsIn(statement),
  ...resourcesIn(statement),
  ...principalTexts(statement.elements.get('Principal')),
  ...principalTexts(statement.elements.get('NotPrincipal')),
  ...conditionTexts(statement.elements.get('Condition')),
];

/** Placeholders that nobody has filled in. */
export const placeholders: StatementCheck = (statement) => textsOfStatement(statement).flatMap(placeholderIn);
