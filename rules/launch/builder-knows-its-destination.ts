import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { agentSubject, building, destinationOf } from '../../src/reason/launch.ts';

const BY_PARTS = 'registry names account_id, region or repo_name and no uri; the agent accepts repo_name, and never reads it';
const NOWHERE = 'neither builder.destination nor registry.uri';

export const builderKnowsItsDestination = defineRule({
  id: 'launch/builder-knows-its-destination',
  title: 'The agent is told where built images go',
  severity: 'error',
  basis: 'documented',
  why: 'SageMaker takes images from ECR only, and the agent learns the repository from builder.destination, or from registry.uri.',
  fix: 'Set builder.destination to ACCOUNT.dkr.ecr.REGION.amazonaws.com/REPOSITORY.',
  docs: [
    'https://docs.wandb.ai/launch/setup-agent-advanced',
    'https://github.com/wandb/wandb/blob/main/wandb/sdk/launch/registry/elastic_container_registry.py',
  ],
  predicts: [
    "Could not create ElasticContainerRegistry from config. Either 'uri' or 'account_id', 'region', and 'repo_name' are required",
    'No registry specified for Kaniko build',
  ],
  appliesTo: building,
  needs: () => ({}),
  judge: (_, target) => {
    const destination = destinationOf(target);
    if (destination !== undefined) return pass(destination.uri);
    const { accountId, repoName } = target.agent.registry ?? {};
    const isByParts = (accountId ?? repoName) !== undefined;
    const evidence = {
      subject: agentSubject(target),
      observed: isByParts ? BY_PARTS : NOWHERE,
      expected: 'builder.destination',
      field: isByParts ? ['agent', 'registry'] : ['agent', 'builder'],
    };
    return fail('The agent does not know where built images go', [evidence]);
  },
});
