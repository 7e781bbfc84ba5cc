import { splitFields } from '../six-fields.ts';
import { mask, PLACEHOLDER, unmask } from './mask.ts';

/** An ARN as a policy writes it, with wildcards, variables and placeholders; each placeholder or variable is one mark in the fields. */
export interface ArnPattern {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/** A text read as an ARN pattern. `opaque`: a placeholder or wildcard stands where its fields would tell what it is. */
export type ReadArn =
  | { readonly form: 'any' | 'opaque' | 'not-arn' }
  | { readonly form: 'short'; readonly fields: readonly string[]; readonly pieces: readonly string[] }
  | { readonly form: 'arn'; readonly arn: ArnPattern; readonly pieces: readonly string[] };

/** Reads an ARN pattern; fields that lack make it `short`. */
export const readArn = (text: string): ReadArn => {
  if (text === '*') return { form: 'any' };
  const masked = mask(text);
  if (masked.text.startsWith(PLACEHOLDER)) return { form: 'opaque' };
  const fields = splitFields(masked.text);
  const [head, partition = '', service = '', region = '', account = '', resource] = fields;
  if (head !== 'arn') return { form: 'not-arn' };
  if (resource === undefined) return { form: 'short', fields, pieces: masked.pieces };
  return { form: 'arn', arn: { partition, service, region, account, resource }, pieces: masked.pieces };
};

/** Writes an ARN pattern with its placeholders and variables in place. */
export const writeArn = ({ partition, service, region, account, resource }: ArnPattern, pieces: readonly string[]): string =>
  unmask(`arn:${partition}:${service}:${region}:${account}:${resource}`, pieces);

const WILDCARD_OR_MARK = /[*?\ue000\ue001]/;

/** Whether a field says exactly what it matches. */
export const isLiteral = (field: string): boolean => !WILDCARD_OR_MARK.test(field);
