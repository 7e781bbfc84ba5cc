import type { FixRenderer } from '../rendered-fix.ts';
import { jsonText, visible } from '../text.ts';

/** Asks for a wider service control policy; only the organisation's management account or its delegate can give it. */
export const allowInOrganisation: FixRenderer<'allow-in-organisation'> = ({ account, level, statement }) => {
  const where = level === undefined ? 'above' : `at the level “${visible(level)}” above`;
  return {
    text: `Ask those who run the organisation to allow this in a service control policy ${where} account ${visible(account)}: ${jsonText(statement)}`,
    commands: [],
  };
};
