import type { FixRenderer } from '../rendered-fix.ts';
import { visible } from '../text.ts';

/** Names another image in the description. */
export const useImage: FixRenderer<'use-image'> = ({ from, to }) => ({
  text: `In the description, replace the image ${visible(from)} by ${visible(to)}`,
  commands: [],
});
