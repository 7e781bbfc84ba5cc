import type { Unknown } from '../../model/fact.ts';
import { unknown } from '../../model/fact.ts';
import type { Container, Model, ModelPackage } from '../../model/facts/sagemaker.ts';
import type { Findings } from './found.ts';
import { noted } from './found.ts';
import type { Where } from './where.ts';
import { factIn, missing, nameIn, said } from './where.ts';

/** What a container says of a target, and what a reader should know of it. */
export interface ContainerPlan {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly says: readonly string[];
}

/** Containers of a model that can be judged, or why none can. */
export type Containers = { readonly containers: readonly Container[] } | { readonly instead: Findings };

/** A model, and the parts of the name of what is judged by it. */
interface OfTarget {
  readonly model: Model;
  readonly called: readonly string[];
}

const isArchive = ({ s3DataType, compressionType }: NonNullable<Container['modelDataSource']>): boolean =>
  s3DataType === 'S3Object' && compressionType === 'Gzip';

const sourceFields = (source: NonNullable<Container['modelDataSource']>): ContainerPlan => {
  if (isArchive(source)) return { fields: { modelDataUrl: source.s3Uri }, says: [] };
  if (source.s3DataType === 'S3Prefix') return { fields: { modelDataSource: { s3DataSource: source } }, says: [] };
  return { fields: {}, says: [`its model data, one uncompressed object at ${source.s3Uri}, is not judged`] };
};

/** Image and model data of a container. The models of a container that serves many are loaded when they are called, so that none is sure to be there. */
export const containerPlan = ({ image, modelDataUrl, modelDataSource, mode }: Container): ContainerPlan => {
  if (mode === 'MultiModel')
    return { fields: said({ image }), says: [`it serves many models from ${modelDataUrl ?? 'one prefix'}: what lies there is not judged`] };
  const source = modelDataSource === undefined ? { fields: {}, says: [] } : sourceFields(modelDataSource);
  return { fields: said({ image, modelDataUrl, ...source.fields }), says: source.says };
};

const gone = (model: string, modelPackageName: string): Unknown =>
  unknown('failed', `the model ${model} was made from ${modelPackageName}, which does not exist any more: its image and artifact are told nowhere`);

/** `called`: the target that cannot be judged without it, be it an endpoint or a model that none runs. */
const packageOf = async (where: Where, { model, called }: OfTarget, modelPackageName: string): Promise<ModelPackage | Findings> => {
  const read = await factIn(where, 'sagemaker.modelPackage', { modelPackageName });
  if (read.state === 'present') return read.value;
  return missing(where, nameIn(where, ...called), read.state === 'unknown' ? read : gone(model.name, modelPackageName));
};

const FROM_MARKETPLACE = 'comes from AWS Marketplace, whose images and artifacts nobody but AWS reads';
const PRIVATE_REGISTRY = 'pulls its image from a private Docker registry';

const unfit = ({ name }: Model, containers: readonly Container[], region: string): Findings | undefined => {
  const which = `the model ${name} in ${region}`;
  if (containers.some(({ productId }) => productId !== undefined)) return noted(`${which} ${FROM_MARKETPLACE}: no scenario judges it`);
  if (containers.some(({ repositoryAccessMode }) => repositoryAccessMode === 'Vpc')) return noted(`${which} ${PRIVATE_REGISTRY}: no scenario judges it`);
  return containers.every(({ image }) => image !== undefined) ? undefined : noted(`${which} names no image: no scenario judges it`);
};

/** The containers of a model, those of its package where it was made from one. */
export const containersOf = async (where: Where, { model, called }: OfTarget): Promise<Containers> => {
  const modelPackageName = model.containers[0]?.modelPackageName;
  const from = modelPackageName === undefined ? model : await packageOf(where, { model, called }, modelPackageName);
  if ('found' in from) return { instead: from };
  const instead = unfit(model, from.containers, where.region);
  return instead === undefined ? { containers: from.containers } : { instead };
};
