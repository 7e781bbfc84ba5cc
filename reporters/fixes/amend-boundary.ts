import { isAwsManagedPolicy, namedBy } from '../arn.ts';
import { addStatement, managedPolicy } from '../policy-edit.ts';
import type { FixRenderer } from '../rendered-fix.ts';
import { jsonText, visible } from '../text.ts';

/** Adds a statement to the managed policy that serves as permissions boundary. */
export const amendBoundary: FixRenderer<'amend-boundary'> = ({ principalArn, boundaryArn, statement }) => {
  const who = visible(namedBy(principalArn).name);
  if (isAwsManagedPolicy(boundaryArn)) {
    return {
      text: `The boundary of ${who} is AWS’s own policy ${visible(boundaryArn)}, which cannot be changed: attach a boundary of yours that also holds ${jsonText(statement)}`,
      commands: [],
    };
  }
  return {
    text: `Let the permissions boundary of ${who} allow it too: add this statement to ${visible(boundaryArn)}. It holds for everyone with that boundary; a policy keeps at most five versions.`,
    commands: addStatement(managedPolicy(boundaryArn), statement),
  };
};
