import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { parseArn } from '../../src/reason/arn.ts';
import { agentRepository, destinationOf, withDestination } from '../../src/reason/launch.ts';

const WITHOUT_DKR = /^(?:https:\/\/)?(\d{12})\.ecr\.([a-z0-9-]+)\.amazonaws\.com\/(.+)$/;

/** What was probably meant: an ARN, or an address without `dkr`, names account, Region and repository as well. */
const meant = (uri: string): string | undefined => {
  const arn = parseArn(uri);
  if (arn?.service === 'ecr') return `${arn.account}.dkr.ecr.${arn.region}.amazonaws.com/${arn.resource.replace(/^repository\//, '')}`;
  const [, account, region, repository] = WITHOUT_DKR.exec(uri) ?? [];
  return account === undefined ? undefined : `${account}.dkr.ecr.${region}.amazonaws.com/${repository}`;
};

export const destinationHasTheForm = defineRule({
  id: 'launch/destination-has-the-form',
  title: 'The address of built images is one that the agent understands',
  severity: 'error',
  basis: 'documented',
  why: 'The agent takes ACCOUNT.dkr.ecr.REGION.amazonaws.com/REPOSITORY and nothing else: no ARN, no address without dkr, and not the suffix .com.cn of China.',
  fix: 'Write the repository’s URI as ECR shows it.',
  docs: [
    'https://github.com/wandb/wandb/blob/main/wandb/sdk/launch/utils.py',
    'https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html',
    'https://docs.wandb.ai/launch/setup-agent-advanced',
  ],
  predicts: ['Could not create ElasticContainerRegistry from config. The uri is invalid'],
  dependsOn: ['launch/builder-knows-its-destination'],
  appliesTo: withDestination,
  needs: () => ({}),
  judge: (_, target) => {
    const { uri, field } = destinationOf(target) ?? { uri: '', field: [] };
    if (agentRepository(uri) !== undefined) return pass(uri);
    const value = meant(uri);
    const evidence = { subject: uri, observed: uri, expected: value ?? 'ACCOUNT.dkr.ecr.REGION.amazonaws.com/REPOSITORY', field };
    const fixes = value === undefined ? [] : [{ kind: 'set-field', field, value, why: 'the same repository, as the agent reads it' } as const];
    return fail('The agent does not understand the address', [evidence], fixes);
  },
});
