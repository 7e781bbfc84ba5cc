import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { agentRepository, destinationOf, pushing } from '../../src/reason/launch.ts';

export const destinationIsInThisRegion = defineRule({
  id: 'launch/destination-is-in-this-region',
  title: 'Built images go to the Region of the jobs',
  severity: 'error',
  basis: 'documented',
  why: 'SageMaker pulls a training image from ECR in the job’s own Region only, and the agent asks ECR in the Region of its environment.',
  fix: 'Name a repository in the Region of the jobs.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_AlgorithmSpecification.html', 'https://docs.wandb.ai/launch/setup-agent-advanced'],
  dependsOn: ['launch/destination-has-the-form'],
  appliesTo: pushing,
  needs: () => ({}),
  judge: (_, target) => {
    const { uri, field } = destinationOf(target) ?? { uri: '', field: [] };
    const { region } = agentRepository(uri) ?? target;
    if (region === target.region) return pass(`${uri} is in ${region}`);
    const value = uri.replace(`.ecr.${region}.`, `.ecr.${target.region}.`);
    const fix = { kind: 'set-field', field, value, why: 'a repository of this Region; create it if it is not there' } as const;
    return fail('Built images go to another Region', [{ subject: uri, observed: region, expected: target.region, field }], [fix]);
  },
});
