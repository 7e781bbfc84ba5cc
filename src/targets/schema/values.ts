import * as z from 'zod';
import type { FieldPath } from '../fields.ts';
import { FIELDS } from '../fields.ts';
import type { Format } from '../formats.ts';
import { accountId, artifactAddress, tagKey, tagValue } from '../formats.ts';
import { asS3Uri } from '../s3-address.ts';

const MOST_TAGS = 50;

/** The words of a field as JSON Schema carries them to editors. */
export const wordsOf = (path: FieldPath) => {
  const { title, help, expected, example } = FIELDS[path];
  return { title, description: `${help}. Form: ${expected}.`, examples: [example] };
};

const judged =
  ({ fault }: Format) =>
  (value: string | number, context: z.RefinementCtx): void => {
    const message = fault(String(value));
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  };

const limits = ({ pattern, maxLength }: Format) => ({ pattern, ...(maxLength !== undefined && { maxLength }) });

/** Text of a form. */
export const text = (path: FieldPath, format: Format) =>
  z
    .string()
    .superRefine(judged(format))
    .meta({ ...wordsOf(path), ...limits(format) });

/** A whole number. Which numbers AWS offers is for rules to judge, with a remedy. */
export const count = (path: FieldPath) => z.int().min(0).meta(wordsOf(path));

const ACCOUNT_AS_NUMBER = { type: 'integer', minimum: 1e11, maximum: 999_999_999_999 } as const;

/** An account id. Without quotes YAML reads a number, which is as good unless a leading zero was lost. */
export const account = () =>
  z
    .union([z.string().meta(limits(accountId)), z.number().meta(ACCOUNT_AS_NUMBER)])
    .superRefine(judged(accountId))
    .meta(wordsOf('account'))
    .transform(String);

/** The address of one object, turned into `s3://…`. */
export const artifact = (path: FieldPath = 'modelDataUrl') => text(path, artifactAddress).transform(asS3Uri);

/** True or false. */
export const truth = (path: FieldPath) => z.boolean().meta(wordsOf(path));

/** One of AWS's own words. */
export const choice = <const T extends readonly string[]>(path: FieldPath, values: T) => z.enum(values).meta(wordsOf(path));

/** A list of words, at least one. */
export const words = (path: FieldPath) => z.array(z.string()).min(1).meta(wordsOf(path));

/** A list of texts of a form, at least one. */
export const texts = (path: FieldPath, format: Format) =>
  z
    .array(z.string().superRefine(judged(format)).meta(limits(format)))
    .min(1)
    .meta(wordsOf(path));

const tagName = z.string().superRefine(judged(tagKey)).meta(limits(tagKey));
const tagText = z.string().superRefine(judged(tagValue)).meta(limits(tagValue));

const judgeNumberOfTags = (tags: Readonly<Record<string, string>>, context: z.RefinementCtx): void => {
  const { length } = Object.keys(tags);
  if (length > MOST_TAGS) context.addIssue({ code: 'custom', message: `holds ${length} tags, AWS takes ${MOST_TAGS} on one thing` });
};

/** Tags by their key. */
export const tags = () =>
  z
    .record(tagName, tagText)
    .superRefine(judgeNumberOfTags)
    .meta({ ...wordsOf('tags'), maxProperties: MOST_TAGS });
