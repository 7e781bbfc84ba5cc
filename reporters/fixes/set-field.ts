import type { FixRenderer } from '../rendered-fix.ts';
import { fieldName } from '../statement.ts';
import { jsonText, visible } from '../text.ts';

/** Changes a value of the description. */
export const setField: FixRenderer<'set-field'> = ({ field, value, why, written }) => ({
  text: `In ${written?.document ?? 'the description'}, set ${written === undefined ? fieldName(field) : visible(written.key)} to ${typeof value === 'string' ? visible(value) : jsonText(value)}: ${visible(why)}`,
  commands: [],
});
