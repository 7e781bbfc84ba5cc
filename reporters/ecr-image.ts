import { awsCommand, shellQuote } from './shell.ts';

/** An image in ECR, taken apart for commands. */
export interface EcrImage {
  readonly registry: string;
  readonly account: string;
  readonly region: string;
  readonly repository: string;
}

// ACCOUNT.dkr.ecr.REGION.SUFFIX/REPOSITORY:TAG; the suffix differs by partition.
const ECR_IMAGE = /^((\d{12})\.dkr\.ecr(?:-fips)?\.([a-z0-9-]+)\.[a-z0-9.-]+)\/([^:@]+)/;

/** Takes an image's address apart; undefined when it is none of ECR. */
export const ecrImage = (image: string): EcrImage | undefined => {
  const [, registry, account, region, repository] = ECR_IMAGE.exec(image) ?? [];
  if (registry === undefined || account === undefined || region === undefined || repository === undefined) return undefined;
  return { registry, account, region, repository };
};

/** The command that lets docker into an image's registry; none for other registries than ECR. */
export const logIn = (image: string): readonly string[] => {
  const found = ecrImage(image);
  if (found === undefined) return [];
  const password = awsCommand(['ecr', 'get-login-password'], { region: found.region });
  return [`${password} | docker login --username AWS --password-stdin ${shellQuote(found.registry)}`];
};
