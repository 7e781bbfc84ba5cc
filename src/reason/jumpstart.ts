import { jumpStartBuckets } from '../data/jumpstart.ts';
import type { FactRequest } from '../model/fact.ts';
import { existing, fact } from '../model/fact.ts';
import type { Applicability } from '../model/rule.ts';
import type { JumpStartModelTarget, JumpStartPlan, Target } from '../model/target.ts';
import type { Subject } from '../model/verdict.ts';
import { withDeployer } from './applicability.ts';
import { parseArn } from './arn.ts';

type JumpStart = JumpStartModelTarget;

const NEWEST = '*';

/** A JumpStart model. */
export const jumpStart: Applicability<JumpStart> = {
  accepts: (target): target is JumpStart => target.scenario === 'jumpstart-model',
  otherwise: 'this is no JumpStart model',
};

const jumpStartWith = <T extends JumpStart>(holds: (target: JumpStart) => boolean, otherwise: string, ...fields: readonly string[]): Applicability<T> => ({
  accepts: (target): target is T => jumpStart.accepts(target) && holds(target),
  otherwise,
  fields,
});

const PUBLIC_HUB = /(?:^|\/)SageMakerPublicHub$/;

/** Whether a model lies in the public hub, which is in the Region's manifest; what a private hub holds is not. */
export const isInPublicHub = ({ hub }: JumpStart): boolean => hub === undefined || PUBLIC_HUB.test(hub);

/** A model of JumpStart’s public hub, named by its id. */
export type WithPublicModel = JumpStart & { readonly modelId: string };
export const withPublicModel: Applicability<WithPublicModel> = jumpStartWith(
  (target) => target.modelId !== undefined && isInPublicHub(target),
  'no model of JumpStart’s public hub is named (modelId)',
);

/** A model in a private hub, named by its id. */
export type WithHub = JumpStart & { readonly modelId: string; readonly hub: string };
export const withHub: Applicability<WithHub> = jumpStartWith(
  (target) => target.modelId !== undefined && !isInPublicHub(target),
  'no private hub with a model in it is named (hub, modelId)',
);
/** The same, in a hub of the plan's account, with a deployer to be judged: other accounts share theirs by AWS RAM, whose permissions are not read. */
export const withDeployerAndHub: Applicability<WithHub> = jumpStartWith(
  (target) => withHub.accepts(target) && withDeployer.accepts(target) && (parseArn(target.hub)?.account ?? target.account) === target.account,
  'no deployer is named, or no private hub of this account with a model in it',
);

/** A model whose specification was read. */
export type WithSpec = JumpStart & { readonly spec: JumpStartPlan };
export const withSpec: Applicability<WithSpec> = jumpStartWith(({ spec }) => spec !== undefined, 'no specification of a JumpStart model is known', 'spec');

/** A model whose licence must be accepted. */
export const gated: Applicability<WithSpec> = jumpStartWith(({ spec }) => spec?.gated === true, 'the model has no licence to accept', 'spec');

/** A JumpStart model with a deployer to be judged, who calls as the SDK does. */
export const withJumpStartDeployer: Applicability<WithPublicModel> = jumpStartWith(
  (target) => withPublicModel.accepts(target) && withDeployer.accepts(target),
  'no deployer is named, or no model of JumpStart’s public hub',
);

/** The same, of a plan that sets no tags of its own. */
export const tagsOnlyAsSdk: Applicability<WithPublicModel> = jumpStartWith(
  (target) => withJumpStartDeployer.accepts(target) && Object.keys(target.tags ?? {}).length === 0,
  'no deployer is named, or no model of JumpStart’s public hub, or the plan sets tags, which are judged by themselves',
);

/** A plan that hosts a model which is packed anew with its script. */
export const repackages: Applicability<JumpStart & { readonly outputPath: string }> = jumpStartWith(
  ({ use, outputPath, executionRoleArn, spec }) =>
    use === 'hosting' && outputPath !== undefined && executionRoleArn !== undefined && spec?.repackaged !== false,
  'no model is packed anew, no path is named for it (outputPath), or no execution role',
  'executionRoleArn',
  'spec',
);

/** The same, under a key. */
export const repackagesUnderKey: Applicability<JumpStart & { readonly kmsKeyId: string }> = jumpStartWith(
  (target) => repackages.accepts(target) && target.kmsKeyId !== undefined,
  'no model is packed anew under a key',
  'executionRoleArn',
  'spec',
  'kmsKeyId',
);

/** The version that a plan names; `*`: the newest. */
export const versionNamed = ({ modelVersion = NEWEST }: JumpStart): string => modelVersion;

/** The versions of the model in the Region’s public manifest. */
export const versionsOfModel = ({ region, modelId }: WithPublicModel): FactRequest<'jumpstart.versions'> =>
  fact('jumpstart.versions', { bucket: jumpStartBuckets(region).content, region, modelId });

/** The specification of the version that is meant. */
export const specOfModel = (target: WithPublicModel): FactRequest<'jumpstart.spec'> =>
  fact('jumpstart.spec', { bucket: jumpStartBuckets(target.region).content, region: target.region, modelId: target.modelId, version: versionNamed(target) });

/** The versions, once `jumpstart/model-is-in-manifest` has passed. */
export const existingVersions = (target: WithPublicModel) => existing(versionsOfModel(target), 'jumpstart/model-is-in-manifest');

/** The specification, once `jumpstart/version-exists` has passed. */
export const existingSpec = (target: WithPublicModel) => existing(specOfModel(target), 'jumpstart/version-exists');

/** The model in its private hub. */
export const hubContentOf = ({ hub, modelId, region }: WithHub): FactRequest<'sagemaker.hubContent'> =>
  fact('sagemaker.hubContent', { hubName: hub, modelId, region });

/** A JumpStart model as what a finding is about. */
export const modelSubject = ({ account, region, modelId, name }: JumpStart): Subject => ({ account, region, kind: 'jumpstart-model', name: modelId ?? name });

/** Whether a gated model lies in the open bucket: then each call of its endpoint accepts the licence, and the plan does not. */
export const acceptsOnInvoke = ({ use, region, modelDataUrl = '', modelDataSource }: Target & Pick<JumpStart, 'use'>): boolean =>
  use === 'hosting' && [modelDataUrl, modelDataSource?.s3Uri ?? ''].some((uri) => uri.startsWith(`s3://${jumpStartBuckets(region).content}/`));
