import type { FactRequest } from '../model/fact.ts';
import { existing, fact } from '../model/fact.ts';
import type { Fix } from '../model/fix.ts';
import type { Applicability } from '../model/rule.ts';
import type { WithImage } from './applicability.ts';
import { withImage } from './applicability.ts';
import { parseImageUri } from './references.ts';
import { isAwsRegistry } from './registries.ts';

const ecrOf = ({ image }: WithImage) => parseImageUri(image)?.ecr;

/** A target whose image lies in a private ECR registry, of whatever account. */
export const withEcrImage: Applicability<WithImage> = {
  accepts: (target): target is WithImage => withImage.accepts(target) && ecrOf(target) !== undefined,
  otherwise: 'the plan names no image in a private ECR registry',
  fields: ['image'],
};

/** The same, where the registry is not one that AWS keeps. */
export const withOwnEcrImage: Applicability<WithImage> = {
  accepts: (target): target is WithImage => withEcrImage.accepts(target) && !isAwsRegistry(ecrOf(target)?.account ?? ''),
  otherwise: 'the plan names no image in a private ECR registry of one’s own',
  fields: ['image'],
};

/** A target whose image may be looked into (`--deep`). */
export const withDeepEcrImage: Applicability<WithImage> = {
  accepts: (target): target is WithImage => target.deep === true && withEcrImage.accepts(target),
  otherwise: 'an image’s configuration is read with --deep only, and from ECR only',
  fields: ['image'],
};

const placeOf = (target: WithImage) => {
  const { ecr = { account: '', region: '' }, repository = '' } = parseImageUri(target.image) ?? {};
  return { ...ecr, repository };
};

/** How an image is named within its repository, as facts have it. An image without tag is `latest`. */
const referenceOf = ({ image }: WithImage): string => {
  const { tag = 'latest', digest } = parseImageUri(image) ?? {};
  return digest ?? `tag:${tag}`;
};

/** The same for people: `tag 1.4`, `digest sha256:…`. */
export const nameInRepository = (target: WithImage): string =>
  referenceOf(target)
    .replace(/^tag:/, 'tag ')
    .replace(/^sha256:/, 'digest sha256:');

/** The repository of an image; the name is the one in the registry. */
export const repositoryOf = (target: WithImage): FactRequest<'ecr.repository'> => fact('ecr.repository', placeOf(target));

/** The image itself. */
export const imageOf = (target: WithImage): FactRequest<'ecr.image'> => fact('ecr.image', { ...placeOf(target), reference: referenceOf(target) });

/** The image, once `image/image-exists` has passed. */
export const existingImage = (target: WithImage) => existing(imageOf(target), 'image/image-exists');

/** The platform of the image, once `image/image-exists` has passed. */
export const existingPlatform = (target: WithImage) =>
  existing(fact('ecr.imagePlatform', { ...placeOf(target), reference: referenceOf(target) }), 'image/image-exists');

/** To build an image again and push it to its address; `why`: in what form. Nobody but AWS can where AWS keeps the registry: there another image has to be named. */
export const rebuilding = (target: WithImage, why: string): readonly Fix[] =>
  isAwsRegistry(ecrOf(target)?.account ?? '') ? [] : [{ kind: 'build-image', image: target.image, why }];
