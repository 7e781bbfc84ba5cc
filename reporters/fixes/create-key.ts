import type { FixRenderer } from '../rendered-fix.ts';
import { awsCommand } from '../shell.ts';
import { visible } from '../text.ts';

/** Makes a customer managed key. */
export const createKey: FixRenderer<'create-key'> = ({ region, account, purpose }) => ({
  text: `Create a key in ${visible(region)}, account ${visible(account)}, and name its ARN in the description.`,
  commands: [awsCommand(['kms', 'create-key'], { description: `SageMaker ${visible(purpose)}`, region, query: 'KeyMetadata.Arn', output: 'text' })],
});
