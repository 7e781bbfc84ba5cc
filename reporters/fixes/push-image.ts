import { ecrImage, logIn } from '../ecr-image.ts';
import type { FixRenderer } from '../rendered-fix.ts';
import { shellQuote } from '../shell.ts';
import { unique, visible } from '../text.ts';

const docker = (verb: string, ...images: readonly string[]): string => ['docker', verb, ...images.map((image) => shellQuote(visible(image)))].join(' ');

/** Copies an image into a repository of the endpoint's account and Region. */
export const pushImage: FixRenderer<'push-image'> = ({ from, to, region }) => {
  const { repository } = ecrImage(to) ?? {};
  const once = repository === undefined ? '' : ` The repository ${visible(repository)} must exist there (aws ecr create-repository makes one).`;
  return {
    text: `Put a copy of the image into a repository in ${visible(region)}, and name that one in the description.${once}`,
    commands: [...unique([...logIn(from), ...logIn(to)]), docker('pull', from), docker('tag', from, to), docker('push', to)],
  };
};
