import type { AnyFactRequest, Fact, Facts, Unknown } from '../../model/fact.ts';
import type { ModelPackage } from '../../model/facts/sagemaker.ts';
import type { ContainerConfig } from '../../model/recommendation.ts';
import type { InferenceRecommenderTarget } from '../../model/target.ts';
import { modelNamed, packageNamed, packageOf } from '../../reason/deployed.ts';
import { asS3Uri } from '../s3-address.ts';
import type { Completion } from './completion.ts';
import { merged, NOTHING, said, unreadable } from './completion.ts';
import { byPackage, containerFields } from './deployed.ts';

type Said = Completion<InferenceRecommenderTarget>;

const ARTIFACT = ['image', 'modelDataUrl', 'modelDataSource'] as const;

const modelOf = (target: InferenceRecommenderTarget) => {
  const { modelName, modelPackageName } = target;
  return modelName === undefined || modelPackageName !== undefined ? undefined : modelNamed(target, modelName);
};

const packageFor = (target: InferenceRecommenderTarget) => {
  const { modelPackageName } = target;
  return modelPackageName === undefined ? undefined : packageNamed(target, modelPackageName);
};

/** The model package version, or the model that exists with the package it was made from. */
export const recommenderRequests = (target: InferenceRecommenderTarget): readonly AnyFactRequest[] => {
  const [ofRegistry, model] = [packageFor(target), modelOf(target)];
  return [...(ofRegistry === undefined ? [] : [ofRegistry]), ...(model === undefined ? [] : [model, packageOf(target, model)])] as readonly AnyFactRequest[];
};

/** What a package says of its container: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateModelPackage.html */
const configIn = ({ domain, task, samplePayloadUrl, supportedContentTypes, supportedRealtimeInstanceTypes, containers }: ModelPackage): ContainerConfig => {
  const [container] = containers;
  const supportedInstanceTypes = supportedRealtimeInstanceTypes;
  const { framework, frameworkVersion } = container ?? {};
  return said({
    ...{ domain, task, framework, frameworkVersion, supportedContentTypes, supportedInstanceTypes },
    samplePayloadUrl: samplePayloadUrl && asS3Uri(samplePayloadUrl),
  });
};

const FROM_PACKAGE = ['domain', 'task', 'framework', 'frameworkVersion', 'samplePayloadUrl', 'supportedContentTypes'] as const;

const isWhole = (config: ContainerConfig | undefined): boolean => FROM_PACKAGE.every((field) => config?.[field] !== undefined);

/**
 * The container configuration of the job: its own words, and the package's where it is silent.
 * Where the package could not be read, what is left is no configuration to judge: a part of it looks like a whole that lacks something.
 */
const withConfig = (target: InferenceRecommenderTarget, facts: Facts): InferenceRecommenderTarget => {
  const request = packageFor(target);
  const fact = request && (facts.get(request as AnyFactRequest) as Fact<'sagemaker.modelPackage'>);
  if (fact?.state === 'present') return { ...target, containerConfig: { ...configIn(fact.value), ...target.containerConfig } };
  return fact?.state === 'unknown' && !isWhole(target.containerConfig) ? withoutConfig(target, fact) : target;
};

const withoutConfig = ({ containerConfig: _, ...target }: InferenceRecommenderTarget, reason: Unknown): InferenceRecommenderTarget => ({
  ...target,
  unresolved: { ...target.unresolved, containerConfig: reason },
});

const byModel = (target: InferenceRecommenderTarget, facts: Facts): readonly Said[] => {
  const request = modelOf(target);
  if (request === undefined) return [];
  const model = facts.get(request as AnyFactRequest) as Fact<'sagemaker.model'>;
  // A model that does not exist is what a rule of its own says.
  if (model.state === 'absent') return [NOTHING];
  if (model.state === 'unknown') return [unreadable(ARTIFACT, model)];
  const { image, modelDataUrl, modelDataSource } = containerFields(model.value.containers);
  return [{ fields: said({ image, modelDataUrl, modelDataSource }), unresolved: {} }, byPackage(facts, packageOf(target, request))];
};

/** A recommender job with image, artifact and container configuration of its model package, or image and artifact of its model. */
export const completedRecommender = (target: InferenceRecommenderTarget, facts: Facts): InferenceRecommenderTarget =>
  withConfig(merged(target, [byPackage(facts, packageFor(target)), ...byModel(target, facts)]), facts);
