import { addStatement, keyPolicy } from '../policy-edit.ts';
import type { FixRenderer } from '../rendered-fix.ts';
import { visible } from '../text.ts';

/** Adds a statement to a KMS key's policy. */
export const allowInKeyPolicy: FixRenderer<'allow-in-key-policy'> = ({ keyArn, region, statement }) => ({
  text: `Add this statement to the policy of the key ${visible(keyArn)}, as the account that owns it; what it holds already stays.`,
  commands: addStatement(keyPolicy(keyArn, region), statement),
});
