import type { FixRenderer } from '../rendered-fix.ts';
import { awsCommand } from '../shell.ts';
import { visible } from '../text.ts';

/** Makes a key usable again; taking its deletion back leaves it disabled. Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_CancelKeyDeletion.html */
export const enableKey: FixRenderer<'enable-key'> = ({ keyArn, region, pendingDeletion }) => {
  const options = { 'key-id': keyArn, region };
  return {
    text: pendingDeletion
      ? `Take back the deletion of the key ${visible(keyArn)}, then enable it; or name another key.`
      : `Enable the key ${visible(keyArn)}, or name another one.`,
    commands: [...(pendingDeletion ? [awsCommand(['kms', 'cancel-key-deletion'], options)] : []), awsCommand(['kms', 'enable-key'], options)],
  };
};
