import type { RegistryFamily } from '../data/registries/family.ts';
import { SAGEMAKER_REGISTRIES } from '../data/registries.ts';
import { dnsSuffixOf } from './arn.ts';
import type { ImageReference } from './references.ts';

const families = SAGEMAKER_REGISTRIES.values;

const isOf = (account: string, { accounts }: RegistryFamily): boolean => [...accounts.values()].includes(account);

/** Families that may hold the image: those that name its repository, else those that its account belongs to. */
const familiesOf = ({ ecr, repository }: ImageReference): readonly RegistryFamily[] => {
  const named = families.filter(({ repositories }) => repositories.includes(repository));
  return named.length > 0 ? named : families.filter((family) => isOf(ecr?.account ?? '', family));
};

/** Whether AWS keeps images for SageMaker in this account. */
export const isAwsRegistry = (account: string): boolean => families.some((family) => isOf(account, family));

/** Whether AWS keeps images for SageMaker in this account for this Region. */
export const servesRegion = (account: string, region: string): boolean => families.some(({ accounts }) => accounts.get(region) === account);

/** The same image in the registry that AWS keeps for a Region; undefined where AWS publishes none. */
export const inRegistryOf = (region: string, image: ImageReference): string | undefined => {
  const [account] = familiesOf(image).flatMap(({ accounts }) => accounts.get(region) ?? []);
  if (account === undefined) return undefined;
  const { repository, tag, digest } = image;
  return `${account}.dkr.ecr.${region}.${dnsSuffixOf(region)}/${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
};
