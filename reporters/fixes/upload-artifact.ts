import type { FixRenderer } from '../rendered-fix.ts';
import { awsCommand } from '../shell.ts';
import { visible } from '../text.ts';

/** Uploads the artifact. */
export const uploadArtifact: FixRenderer<'upload-artifact'> = ({ to, region }) => ({
  text: `Upload the model artifact to ${visible(to)}.`,
  commands: [awsCommand(['s3', 'cp', 'model.tar.gz', to], { region })],
});
