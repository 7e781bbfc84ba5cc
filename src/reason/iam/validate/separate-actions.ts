import { jsonTokenAt } from '../../json-token.ts';
import { readArn } from './arn-pattern.ts';
import type { Place } from './place.ts';
import type { Finding } from './problem.ts';
import { resourcesIn, type Statement, textsIn } from './statement.ts';

/** What stands in a text in place of what stood there. Offsets in UTF-16 code units; `end` is exclusive. */
interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly now: string;
}

const BRACKETS: Readonly<Record<string, number>> = { '{': 1, '[': 1, '}': -1, ']': -1 };

/** Where the value at an offset ends. */
const endOfValue = (text: string, start: number): number => {
  let [offset, depth] = [start, 0];
  do {
    const token = jsonTokenAt(text, offset);
    depth += BRACKETS[token.type] ?? 0;
    offset = token.end;
    if (token.type === 'end' || token.type === 'invalid') return token.start;
  } while (depth > 0);
  return offset;
};

const textAt = (text: string, { offset }: Place): string => text.slice(offset, endOfValue(text, offset));

/** Where SageMaker writes its logs: of training jobs, and of everything. Source: https://docs.aws.amazon.com/sagemaker/latest/dg/logging-cloudwatch.html */
const LOG_GROUPS = { training: 'log-group:/aws/sagemaker/TrainingJobs:*', everything: 'log-group:/aws/sagemaker/*' } as const;

/** A statement that says what it is for by its other actions is mended no wider than that. */
const logGroupsOf = (statement: Statement): string => {
  const others = textsIn(statement, 'Action').filter(({ text }) => /^sagemaker:/i.test(text));
  const trains = others.some(({ text }) => /trainingjob/i.test(text)) || resourcesIn(statement).some(({ text }) => /:training-job\//.test(text));
  return trains && others.every(({ text }) => /trainingjob|tags/i.test(text)) ? LOG_GROUPS.training : LOG_GROUPS.everything;
};

/** SageMaker's logs, in the partition, Region and account that the statement's first resource names. */
const sagemakerLogs = (statement: Statement): string | undefined => {
  const [first] = resourcesIn(statement).flatMap(({ text }) => {
    const fields = text.split(':');
    const read = readArn(text);
    return fields[2] === 'sagemaker' && (read.form === 'arn' || read.form === 'short') ? [fields] : [];
  });
  if (first === undefined) return undefined;
  const [, partition = '', , region = '', account = ''] = first;
  return `arn:${partition}:logs:${region}:${account.split('/', 1)[0]}:${logGroupsOf(statement)}`;
};

/** The resource that an action belongs with, where that is certain: none at all, or SageMaker's logs beside SageMaker's own resources. */
const ownResource = (statement: Statement, { code, suggestion }: Finding, action: string): string | undefined => {
  if (code === 'action-needs-any-resource') return suggestion;
  return /^logs:/i.test(action) ? sagemakerLogs(statement) : undefined;
};

interface Group {
  readonly resource: string;
  readonly actions: readonly string[];
}

const groupsOf = (statement: Statement, misplaced: readonly Finding[]): readonly Group[] => {
  const named = textsIn(statement, 'Action').flatMap(({ text, pointer }) => {
    const found = misplaced.find((one) => one.pointer === pointer);
    const resource = found && ownResource(statement, found, text);
    return resource === undefined ? [] : [{ resource, action: text }];
  });
  const resources = [...new Set(named.map(({ resource }) => resource))];
  return resources.map((resource) => ({ resource, actions: named.filter((one) => one.resource === resource).map(({ action }) => action) }));
};

const listed = (items: readonly string[]): string =>
  items.length === 1 ? JSON.stringify(items[0]) : `[${items.map((item) => JSON.stringify(item)).join(', ')}]`;

/** A statement of its own for a group, alike in all else; a Sid must not stand twice. */
const statementFor = (text: string, { elements }: Statement, { resource, actions }: Group): string => {
  const written = (name: 'Effect' | 'Principal' | 'NotPrincipal' | 'Condition'): string => {
    const element = elements.get(name);
    return element === undefined ? '' : `"${name}": ${textAt(text, element)}, `;
  };
  const head = (['Effect', 'Principal', 'NotPrincipal', 'Condition'] as const).map(written).join('');
  return `{${head}"Action": ${listed(actions)}, "Resource": ${JSON.stringify(resource)}}`;
};

const replaced = (text: string, { offset }: Place, now: string): Replacement => ({ start: offset, end: endOfValue(text, offset), now });

/** Puts statements behind one; a statement that stands alone, without an array, gets one. */
const behind = (text: string, { place }: Statement, statements: readonly string[]): readonly Replacement[] => {
  const end = endOfValue(text, place.offset);
  const [added] = [statements.map((each) => `, ${each}`).join('')];
  const alone = !/\/\d+$/.test(place.pointer) && place.pointer !== '';
  if (statements.length === 0) return [];
  return alone
    ? [
        { start: place.offset, end: place.offset, now: '[' },
        { start: end, end, now: `${added}]` },
      ]
    : [{ start: end, end, now: added }];
};

/**
 * Gives actions that no resource of their statement fits a statement of their own, with the resource that fits. What fits none that is certain stays.
 * `misplaced`: the findings about actions of this statement.
 */
export const separateActions = (text: string, statement: Statement, misplaced: readonly Finding[]): readonly Replacement[] => {
  const [action, resource] = [statement.elements.get('Action'), statement.elements.get('Resource')];
  const groups = groupsOf(statement, misplaced);
  const [first, ...others] = groups;
  if (action === undefined || resource === undefined || first === undefined) return [];
  const moved = new Set(groups.flatMap(({ actions }) => actions));
  const kept = textsIn(statement, 'Action').filter((one) => !moved.has(one.text));
  const stays = kept.length === 0 ? replaced(text, resource, JSON.stringify(first.resource)) : undefined;
  const actions = stays === undefined ? kept.map((one) => one.text) : first.actions;
  const separate = (stays === undefined ? groups : others).map((group) => statementFor(text, statement, group));
  return [replaced(text, action, listed(actions)), ...(stays === undefined ? [] : [stays]), ...behind(text, statement, separate)];
};
