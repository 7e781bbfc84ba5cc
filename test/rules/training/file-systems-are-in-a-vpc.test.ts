import { fileSystemsAreInAVpc } from '../../../rules/training/file-systems-are-in-a-vpc.ts';
import { unknown } from '../../../src/model/fact.ts';
import { TWO_SUBNETS } from '../../support/network-facts.ts';
import { testRule } from '../../support/rule.ts';
import { jumpStartTraining, serverless } from '../../support/targets.ts';

const { vpcConfig: _, ...outside } = jumpStartTraining({
  trainingJob: { fileSystems: [{ fileSystemId: 'fs-0123456789abcdef0', fileSystemType: 'FSxLustre' }] },
});

testRule(fileSystemsAreInAVpc, {
  target: outside,
  pass: { 'in a VPC': { target: { ...outside, vpcConfig: TWO_SUBNETS } } },
  fail: { 'in none': {} },
  cannotTell: { 'in one that only a run tells': { target: { ...outside, unresolved: { vpcConfig: unknown('context', 'a template') } } } },
  notApplicable: { 'data in S3 alone': { target: jumpStartTraining() }, 'a serverless endpoint': { target: serverless() } },
});
