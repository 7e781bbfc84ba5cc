import { ecrImage } from '../ecr-image.ts';
import type { FixRenderer } from '../rendered-fix.ts';
import { awsCommand } from '../shell.ts';
import { visible } from '../text.ts';

/** Brings an image back from the archive. Source: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_UpdateImageStorageClass.html */
export const restoreImage: FixRenderer<'restore-image'> = ({ image, digest }) => {
  const { account, repository, region } = ecrImage(image) ?? {};
  const options = { 'registry-id': account, 'repository-name': repository, 'image-id': `imageDigest=${digest}`, 'target-storage-class': 'STANDARD', region };
  return {
    text: `Restore the image ${visible(image)} from the archive; that takes a while.`,
    commands: repository === undefined ? [] : [awsCommand(['ecr', 'update-image-storage-class'], options)],
  };
};
