import { imageIsBuiltForAccelerators } from '../../../rules/accelerator/image-is-built-for-accelerators.ts';
import { testRule } from '../../support/rule.ts';
import { elastic, jumpStart } from '../../support/targets.ts';

const from = (account: string, image: string) => ({ target: elastic({ image: `${account}.dkr.ecr.us-east-1.amazonaws.com/${image}` }) });
const { image: _, ...without } = elastic();

testRule(imageIsBuiltForAccelerators, {
  target: elastic(),
  pass: {
    'PyTorch for accelerators': from('763104351884', 'pytorch-inference-eia:1.5.1-cpu-py3'),
    'TensorFlow of the first years': from('520713654638', 'sagemaker-tensorflow-serving-eia:1.14-cpu'),
    'an algorithm on MXNet': from('811284229777', 'image-classification:1'),
  },
  fail: {
    'PyTorch without': from('763104351884', 'pytorch-inference:1.5.1-cpu-py3'),
    'a framework that had none': from('763104351884', 'huggingface-pytorch-inference:2.1-cpu'),
    'another algorithm': from('683313688378', 'sagemaker-xgboost:1.7-1'),
  },
  notApplicable: { 'an image of one’s own': {}, 'no image': { target: without }, 'a JumpStart model': { target: jumpStart() } },
});
