import type { FixRenderer } from '../rendered-fix.ts';
import { awsCommand } from '../shell.ts';
import { visible } from '../text.ts';

/** Creates a repository whose tags cannot be moved. */
export const createRepository: FixRenderer<'create-repository'> = ({ repository, region }) => ({
  text: `Create the repository ${visible(repository)} in ${visible(region)} and push the image; or name the repository that holds it.`,
  commands: [awsCommand(['ecr', 'create-repository'], { 'repository-name': repository, 'image-tag-mutability': 'IMMUTABLE', region })],
});
