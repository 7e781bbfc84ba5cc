import type { FixRenderer } from '../rendered-fix.ts';
import { visible } from '../text.ts';

/** Asks the account that owns a shared VPC. */
export const askOwner: FixRenderer<'ask-owner'> = ({ account, what }) => ({
  text: `The VPC belongs to account ${visible(account)}, which alone sees and changes it. Ask its owner: ${visible(what)}.`,
  commands: [],
});
