import type { ActionMetadata, ResourceType } from './metadata.ts';
import { splitFields } from './six-fields.ts';

const VARIES = /\$\{[^}]*\}/;

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const expression = (template: string, varying: string): RegExp => new RegExp(`^${template.split(new RegExp(VARIES, 'g')).map(quoted).join(varying)}$`);

/** Whether an ARN has the form of a type's. `strict`: what varies holds no slash. */
const hasForm = (arn: string, template: string, form: 'strict' | 'loose'): boolean => {
  const [fields, parts] = [splitFields(arn), splitFields(template)];
  if (fields.length !== parts.length) return false;
  const varying = form === 'strict' ? '[^/]+' : '.+';
  return parts.every((part, index) => (index < 5 ? expression(part, '.*') : expression(part, varying)).test(fields[index] ?? ''));
};

const depth = ({ arn }: ResourceType): number => arn.split(/[/:]/).length;

/** The types of an action that a whole ARN may be of, the likeliest first; none: the action is never asked about it. */
export const typesOfArn = ({ types }: ActionMetadata, arn: string): readonly ResourceType[] => {
  const all = types.map(({ type }) => type);
  const strict = all.filter((type) => hasForm(arn, type.arn, 'strict'));
  const fitting = strict.length > 0 ? strict : all.filter((type) => hasForm(arn, type.arn, 'loose'));
  return fitting.toSorted((a, b) => depth(b) - depth(a));
};

/** A wildcard, a policy variable or a part of a template: any text may stand there. */
const GAP = /\*+|\?|\$\{[^}]*\}|[\ue000\ue001]/;

const literalEnds = (text: string): readonly [start: string, end: string, isWhole: boolean] => {
  const pieces = text.split(new RegExp(GAP, 'g'));
  return [pieces[0] ?? '', pieces.at(-1) ?? '', pieces.length === 1];
};

const agree = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);
const agreeAtEnd = (a: string, b: string): boolean => a.endsWith(b) || b.endsWith(a);

const fieldsMayMeet = (a: string, b: string): boolean => {
  const [[startA, endA, wholeA], [startB, endB, wholeB]] = [literalEnds(a), literalEnds(b)];
  if (wholeA && wholeB) return a === b;
  if (wholeA) return a.length >= startB.length + endB.length && a.startsWith(startB) && a.endsWith(endB);
  if (wholeB) return fieldsMayMeet(b, a);
  return agree(startA, startB) && agreeAtEnd(endA, endB);
};

/** Whether an ARN pattern of a policy could match some resource of a type. Only ever errs towards yes. */
export const mayMeet = (pattern: string, { arn }: ResourceType): boolean => {
  const [fields, parts] = [splitFields(pattern), splitFields(arn)];
  if (fields.length < parts.length) return true;
  return parts.every((part, index) => fieldsMayMeet(fields[index] ?? '', part));
};

/** An example ARN of a type, with what is known filled in and the rest in capitals. */
export const exampleArn = ({ arn }: ResourceType, place: { readonly partition: string; readonly region: string; readonly account: string }): string =>
  arn
    .replace('${Partition}', place.partition)
    .replace('${Region}', place.region)
    .replace('${Account}', place.account)
    .replace(/\$\{([^}]*)\}/g, (_, name: string) => name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toUpperCase());
