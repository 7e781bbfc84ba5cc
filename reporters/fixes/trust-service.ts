import { identityOf } from '../arn.ts';
import { addStatement, trustPolicy } from '../policy-edit.ts';
import type { FixRenderer } from '../rendered-fix.ts';
import { jsonText, visible } from '../text.ts';

/** Adds a statement to a role's trust policy. */
export const trustService: FixRenderer<'trust-service'> = ({ roleArn, statement }) => {
  const role = identityOf(roleArn);
  if (role?.kind !== 'role') return { text: `Add this statement to the trust policy of ${visible(roleArn)}: ${jsonText(statement)}`, commands: [] };
  return {
    text: `Add this statement to the trust policy of the role ${visible(role.name)}; what it holds already stays.`,
    commands: addStatement(trustPolicy(role.name), statement),
  };
};
