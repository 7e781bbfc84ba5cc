import { addStatement, endpointPolicy } from '../policy-edit.ts';
import type { FixRenderer } from '../rendered-fix.ts';
import { visible } from '../text.ts';

/** Adds a statement to the policy of a VPC endpoint. */
export const amendEndpointPolicy: FixRenderer<'amend-endpoint-policy'> = ({ endpointId, statement, region }) => ({
  text: `Add this statement to the policy of the VPC endpoint ${visible(endpointId)}.`,
  commands: addStatement(endpointPolicy(endpointId, region), statement),
});
