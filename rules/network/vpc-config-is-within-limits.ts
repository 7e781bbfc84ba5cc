import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { namesVpc } from '../../src/reason/planned.ts';

const LIMITS = { subnets: { most: 16, noun: 'subnets' }, securityGroupIds: { most: 5, noun: 'security groups' } } as const;
const LISTS = ['subnets', 'securityGroupIds'] as const;

const wrongIn = (ids: readonly string[], { most, noun }: (typeof LIMITS)[keyof typeof LIMITS]): string | undefined => {
  if (ids.length === 0) return `no ${noun}`;
  const twice = ids.filter((id, place) => ids.indexOf(id) !== place);
  if (twice.length > 0) return `${[...new Set(twice)].join(', ')} more than once`;
  return ids.length > most ? `${ids.length} ${noun}` : undefined;
};

export const vpcConfigIsWithinLimits = defineRule({
  id: 'network/vpc-config-is-within-limits',
  title: 'The plan names 1 to 16 subnets and 1 to 5 security groups, each once',
  severity: 'error',
  basis: 'api-model',
  why: 'SageMaker refuses a VpcConfig with more or fewer, before it does anything else.',
  fix: 'Name between 1 and 16 subnets and between 1 and 5 security groups, each of them once.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_VpcConfig.html'],
  predicts: ["Value at 'vpcConfig.subnets' failed to satisfy constraint", "Value at 'vpcConfig.securityGroupIds' failed to satisfy constraint"],
  appliesTo: namesVpc,
  needs: () => ({}),
  judge: (_, { vpcConfig, account, region, name }) => {
    const wrong = LISTS.flatMap((list) => {
      const observed = wrongIn(vpcConfig[list], LIMITS[list]);
      const subject = { account, region, kind: 'vpc-config', name: `${name}: ${list}` };
      return observed === undefined ? [] : [{ subject, observed, expected: `1 to ${LIMITS[list].most} ${LIMITS[list].noun}`, field: ['vpcConfig', list] }];
    });
    if (isNonEmpty(wrong)) return fail(`The plan names ${wrong.map(({ observed }) => observed).join(' and ')}`, wrong);
    return pass(`${vpcConfig.subnets.length} subnets, ${vpcConfig.securityGroupIds.length} security groups`);
  },
});
