import type { FixRenderer } from '../rendered-fix.ts';
import { awsCommand, shellQuote } from '../shell.ts';
import { unique, visible } from '../text.ts';

// ACCOUNT.dkr.ecr.REGION.SUFFIX/REPOSITORY:TAG; the suffix differs by partition.
const ECR_IMAGE = /^(\d{12}\.dkr\.ecr(?:-fips)?\.([a-z0-9-]+)\.[a-z0-9.-]+)\/([^:@]+)/;

const logIn = (image: string): readonly string[] => {
  const [, registry, region] = ECR_IMAGE.exec(image) ?? [];
  if (registry === undefined) return [];
  return [`${awsCommand(['ecr', 'get-login-password'], { region })} | docker login --username AWS --password-stdin ${shellQuote(registry)}`];
};

const docker = (verb: string, ...images: readonly string[]): string => ['docker', verb, ...images.map((image) => shellQuote(visible(image)))].join(' ');

/** Copies an image into a repository of the endpoint's account and Region. */
export const pushImage: FixRenderer<'push-image'> = ({ from, to, region }) => {
  const [, , , repository] = ECR_IMAGE.exec(to) ?? [];
  const once = repository === undefined ? '' : ` The repository ${visible(repository)} must exist there (aws ecr create-repository makes one).`;
  return {
    text: `Put a copy of the image into a repository in ${visible(region)}, and name that one in the description.${once}`,
    commands: [...unique([...logIn(from), ...logIn(to)]), docker('pull', from), docker('tag', from, to), docker('push', to)],
  };
};
