import { defineRule } from '../../src/model/rule.ts';
import { judgeInternet, needsInternet } from '../../src/reason/network/judge-internet.ts';
import { networkNeeds, networkOf } from '../../src/reason/network/needs.ts';

export const internetIsReachable = defineRule({
  id: 'network/internet-is-reachable',
  title: 'Every subnet reaches the server on the internet that the plan’s containers talk to',
  severity: 'warning',
  basis: 'inference',
  why: 'Containers of a W&B run report to its server; from a VPC they reach it through a NAT gateway only, since SageMaker’s interfaces get no public address.',
  fix: 'Lead the subnet’s default route to a public NAT gateway, and let the groups and network ACLs pass HTTPS.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html', 'https://docs.wandb.ai/launch/setup-launch-sagemaker'],
  dependsOn: ['network/security-groups-are-of-the-subnets-vpc', 'network/vpc-resolves-names'],
  appliesTo: needsInternet,
  needs: networkNeeds,
  judge: (facts, target) => judgeInternet(target, networkOf(facts, target)),
});
