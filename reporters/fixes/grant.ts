import type { PolicyStatement } from '../../src/model/policy.ts';
import { identityOf, isOwnedByAws, namedBy } from '../arn.ts';
import { documentOf } from '../policy-edit.ts';
import type { FixRenderer } from '../rendered-fix.ts';
import { awsCommand, documentArgument } from '../shell.ts';
import { jsonText, visible } from '../text.ts';

// FNV-1a, 32 bit: names differ when statements do, so that a second grant does not replace the first.
const digest = (text: string): string =>
  [...text]
    .reduce((hash, character) => Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0, 0x811c9dc5)
    .toString(16)
    .padStart(8, '0');

const firstAction = ({ Action }: PolicyStatement): string => (typeof Action === 'string' ? Action : (Action[0] ?? 'access'));

/** A policy name that says what the statement allows; the same for the same statement only. At most 128 characters of what IAM permits. */
export const policyNameFor = (statement: PolicyStatement): string =>
  `sageready-${firstAction(statement)
    .replace(/[^\w]+/g, '-')
    .slice(0, 80)}-${digest(jsonText(statement))}`;

/** Adds an inline policy to a role or user. */
export const grant: FixRenderer<'grant'> = ({ principalArn, statement }) => {
  const identity = identityOf(principalArn);
  const { name } = namedBy(principalArn);
  if (isOwnedByAws(principalArn)) {
    return { text: `Add this statement to the permission set behind ${visible(name)} in IAM Identity Center: ${jsonText(statement)}`, commands: [] };
  }
  if (identity === undefined) return { text: `Add this statement to the policies of ${visible(principalArn)}: ${jsonText(statement)}`, commands: [] };
  const options = {
    [`${identity.kind}-name`]: identity.name,
    'policy-name': policyNameFor(statement),
    'policy-document': documentArgument(documentOf(statement)),
  };
  return {
    text: `Give the ${identity.kind} ${visible(identity.name)} this inline policy.`,
    commands: [awsCommand(['iam', `put-${identity.kind}-policy`], options)],
  };
};
