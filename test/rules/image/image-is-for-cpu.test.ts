import { imageIsForCpu } from '../../../rules/image/image-is-for-cpu.ts';
import { testRule } from '../../support/rule.ts';
import { serverless, without } from '../../support/targets.ts';

const tagged = (tag: string) => ({ target: serverless({ image: `763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-inference:${tag}` }) });

testRule(imageIsForCpu, {
  target: serverless(),
  pass: { 'for CPU': tagged('2.6.0-cpu-py312'), 'nothing said': {}, 'a word that holds the letters': tagged('1.0-gpuless') },
  fail: { 'for GPU': tagged('2.6.0-gpu-py312-cu124-ubuntu22.04-sagemaker'), 'at the end': tagged('1.0-gpu'), 'in capitals': tagged('GPU') },
  notApplicable: { 'no image': { target: without('image') } },
});
