import { imageArchitectureIsAmd64 } from '../../../rules/image/image-architecture-is-amd64.ts';
import { present } from '../../../src/model/fact.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

const deep = { ...serverless(), deep: true };
const of = (architecture: string, os = 'linux') => ({ platform: present({ architecture, os }) });

testRule(imageArchitectureIsAmd64, {
  target: deep,
  pass: { amd64: of('amd64') },
  fail: { arm64: of('arm64'), windows: of('amd64', 'windows') },
  notApplicable: { 'not asked for': { target: serverless() }, 'no ECR': { target: { ...deep, image: 'docker.io/library/churn:1.4' } } },
});
