import type { FixRenderer } from '../rendered-fix.ts';
import { fieldName } from '../statement.ts';
import { visible } from '../text.ts';

/** Leaves something out, of the description or of what is deployed. */
export const removeField: FixRenderer<'remove-field'> = ({ field, why, written }) => ({
  text: `Leave out ${written === undefined ? fieldName(field) : `${visible(written.key)} of ${written.document}`}: ${visible(why)}`,
  commands: [],
});
