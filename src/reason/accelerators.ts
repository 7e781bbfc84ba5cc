import type { Accelerator } from '../data/accelerators.ts';
import { ACCELERATED_ALGORITHMS, ACCELERATORS } from '../data/accelerators.ts';
import type { Accelerated } from '../data/permissions/use-accelerator.ts';
import type { Applicability } from '../model/rule.ts';
import type { ElasticInferenceTarget, Target } from '../model/target.ts';
import type { Subject } from '../model/verdict.ts';
import { withArtifact, withImage } from './applicability.ts';
import { plannedInstances } from './planned.ts';

/** An accelerator, or an instance type of that name, with the place that names it. */
export interface PlannedAccelerator {
  readonly type: string;
  readonly field: readonly (string | number)[];
}

const ELASTIC = /^ml\.eia\d/;

const attached = ({ acceleratorType }: Target): readonly PlannedAccelerator[] =>
  acceleratorType === undefined ? [] : [{ type: acceleratorType, field: ['acceleratorType'] }];

/** Everything of Elastic Inference that a plan names. */
export const plannedAccelerators = (target: Target): readonly PlannedAccelerator[] => [
  ...attached(target),
  ...plannedInstances(target).filter(({ type }) => ELASTIC.test(type)),
];

/** An interface endpoint that the service has left behind. */
export type LeftBehind = ElasticInferenceTarget & { readonly interfaceEndpoint: NonNullable<ElasticInferenceTarget['interfaceEndpoint']> };
export const leftBehind: Applicability<LeftBehind> = {
  accepts: (target): target is LeftBehind => target.scenario === 'elastic-inference' && target.interfaceEndpoint !== undefined,
  otherwise: 'this is no interface endpoint of Elastic Inference (interfaceEndpoint)',
};

/** An endpoint that is planned with an accelerator. */
export const elasticInference: Applicability<ElasticInferenceTarget> = {
  accepts: (target): target is ElasticInferenceTarget => target.scenario === 'elastic-inference' && !leftBehind.accepts(target),
  otherwise: 'this is no endpoint with Elastic Inference',
};

/** Plans that count on Elastic Inference: by their scenario, or by what they name. Of serverless endpoints another rule says that they take no accelerator. */
export const countsOnAccelerators: Applicability<Target> = {
  accepts: (target): target is Target =>
    target.scenario !== 'serverless-endpoint' && (elasticInference.accepts(target) || plannedAccelerators(target).length > 0),
  otherwise: 'the plan names no accelerator of Elastic Inference',
  fields: ['acceleratorType', 'instanceType'],
};

/** An endpoint with an accelerator and the role that its instances use. */
export const acceleratedWithRole: Applicability<ElasticInferenceTarget & Accelerated> = {
  accepts: (target): target is ElasticInferenceTarget & Accelerated => elasticInference.accepts(target) && target.executionRoleArn !== undefined,
  otherwise: 'this is no endpoint with Elastic Inference, or names no execution role',
  fields: ['executionRoleArn'],
};

/** An endpoint with an accelerator whose image is known. */
export type AcceleratedImage = ElasticInferenceTarget & { readonly image: string };
export const acceleratedImage: Applicability<AcceleratedImage> = {
  accepts: (target): target is AcceleratedImage => elasticInference.accepts(target) && withImage.accepts(target),
  otherwise: 'this is no endpoint with Elastic Inference, or names no image',
  fields: ['image'],
};

/** The accelerator of that type; undefined: there is none such. */
export const acceleratorOf = (type: string | undefined): Accelerator | undefined => ACCELERATORS.values.find((one) => one.type === type);

/** An endpoint with an accelerator of known memory, and the artifact that must fit it. */
export type AcceleratedArtifact = ElasticInferenceTarget & { readonly modelDataUrl: string };
export const acceleratedArtifact: Applicability<AcceleratedArtifact> = {
  accepts: (target): target is AcceleratedArtifact =>
    elasticInference.accepts(target) && withArtifact.accepts(target) && acceleratorOf(target.acceleratorType) !== undefined,
  otherwise: 'the plan names no accelerator that there is, or no model artifact of its own',
  fields: ['modelDataUrl', 'acceleratorType'],
};

/** Said wherever a plan is judged as if the service still existed. */
export const LEGACY = 'judged as if Elastic Inference had not ended (legacyAudit): no account can make an endpoint with an accelerator any more';

/** What findings on the planned endpoint itself are about. */
export const endpointSubject = ({ account, region, name, endpointName }: Target): Subject => ({
  account,
  region,
  kind: 'endpoint',
  name: endpointName ?? name,
});

/** Whether a repository of AWS's holds an image that was built for accelerators, or an algorithm that used them. */
export const isBuiltForAccelerators = (repository: string): boolean => repository.endsWith('-eia') || ACCELERATED_ALGORITHMS.values.includes(repository);
