import type { FixOf } from '../../src/model/fix.ts';
import type { FixRenderer } from '../rendered-fix.ts';
import { awsCommand } from '../shell.ts';
import { visible } from '../text.ts';

/** What AWS named first in place of accelerators, and what runs most models as they are. Source: https://docs.aws.amazon.com/sagemaker/latest/dg/ei.html */
const CHOICES =
  'Host the model on an instance type that infers by itself: Inferentia (ml.inf1.xlarge was AWS’s first advice, ml.inf2 types are its successors; the model must be compiled for Neuron), or a GPU such as ml.g5.xlarge; Inference Recommender measures which one serves best.';

const STEPS =
  'An endpoint that runs is moved so: make a model with an image for the new type, delete the endpoint’s scaling policies, make an endpoint configuration with the new model and type and no accelerator, update the endpoint, wait until it is in service (10 to 15 minutes), and make the scaling policies again.';

const GPU = 'ml.g5.xlarge';
/** How the names of what is new end: an image for accelerators serves no other type, so the model is another one, too. */
const NEW = '-without-accelerator';

type Named = Required<FixOf<'replace-accelerator'>>;

const commandsFor = ({ endpointName, modelName, region, instanceCount }: Named): readonly string[] => {
  const config = `${endpointName}${NEW}`;
  const variant = `VariantName=AllTraffic,ModelName=${modelName}${NEW},InstanceType=${GPU},InitialInstanceCount=${instanceCount}`;
  const query = `ScalingPolicies[?starts_with(ResourceId, 'endpoint/${endpointName}/')].[ResourceId,PolicyName]`;
  return [
    awsCommand(['application-autoscaling', 'describe-scaling-policies'], { 'service-namespace': 'sagemaker', query, output: 'text', region }),
    awsCommand(['sagemaker', 'create-endpoint-config'], { 'endpoint-config-name': config, 'production-variants': variant, region }),
    awsCommand(['sagemaker', 'update-endpoint'], { 'endpoint-name': endpointName, 'endpoint-config-name': config, region }),
    awsCommand(['sagemaker', 'wait', 'endpoint-in-service'], { 'endpoint-name': endpointName, region }),
  ];
};

const isNamed = (fix: FixOf<'replace-accelerator'>): fix is Named => fix.endpointName !== undefined && fix.modelName !== undefined;

/** Moves an endpoint off Elastic Inference. The commands show the way with a GPU type; the scaling policies that the first one lists are deleted by hand, and the model is made before. */
export const replaceAccelerator: FixRenderer<'replace-accelerator'> = (fix) => ({
  text: `${CHOICES} ${STEPS}${isNamed(fix) ? ` These commands take the model ${visible(fix.modelName)}${NEW} and ${GPU}.` : ''}`,
  commands: isNamed(fix) ? commandsFor(fix) : [],
});
