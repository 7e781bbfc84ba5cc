import type { RegistryFamily } from './family.ts';
import { byRegion, words } from './family.ts';

/** Machine learning frameworks: what models are served and trained with. Source, unless a family names its own: that of `SAGEMAKER_REGISTRIES`. */
export const FRAMEWORK_REGISTRIES: readonly RegistryFamily[] = [
  {
    name: 'deep-learning-containers',
    repositories: words(`
      autogluon-inference autogluon-training djl-inference huggingface-llamacpp huggingface-pytorch-inference huggingface-pytorch-inference-neuron
      huggingface-pytorch-inference-neuronx huggingface-pytorch-tgi-inference huggingface-pytorch-training huggingface-pytorch-training-neuronx
      huggingface-pytorch-trcomp-training huggingface-sglang huggingface-tensorflow-inference huggingface-tensorflow-training
      huggingface-tensorflow-trcomp-training huggingface-vllm huggingface-vllm-inference-neuronx huggingface-vllm-omni llama-cpp llama-cpp-arm64
      mxnet-inference mxnet-inference-eia mxnet-training pytorch pytorch-inference pytorch-inference-arm64 pytorch-inference-eia
      pytorch-inference-graviton pytorch-training pytorch-training-neuron pytorch-training-neuronx pytorch-trcomp-training ray sagemaker-inspect-ai
      sagemaker-tritonserver sglang stabilityai-pytorch-inference tensorflow-inference tensorflow-inference-eia tensorflow-inference-graviton
      tensorflow-training vllm whisperx`),
    accounts: byRegion(`
      af-south-1:626614931356 ap-east-1:871362719292 ap-east-2:975050140332 ap-northeast-1:763104351884 ap-northeast-2:763104351884
      ap-northeast-3:364406365360 ap-south-1:763104351884 ap-south-2:772153158452 ap-southeast-1:763104351884 ap-southeast-2:763104351884
      ap-southeast-3:907027046896 ap-southeast-4:457447274322 ap-southeast-5:550225433462 ap-southeast-6:633930458069 ap-southeast-7:590183813437
      ca-central-1:763104351884 ca-west-1:204538143572 cn-north-1:727897471807 cn-northwest-1:727897471807 eu-central-1:763104351884
      eu-central-2:380420809688 eu-isoe-west-1:371248457586 eu-north-1:763104351884 eu-south-1:692866216735 eu-south-2:503227376785
      eu-west-1:763104351884 eu-west-2:763104351884 eu-west-3:763104351884 eusc-de-east-1:204133271717 il-central-1:780543022126
      me-central-1:914824155844 me-south-1:217643126080 me-west-1:124382933778 mx-central-1:637423239942 sa-east-1:763104351884
      sa-west-1:434457397001 us-east-1:763104351884 us-east-2:763104351884 us-gov-east-1:446045086412 us-gov-west-1:442386744353
      us-iso-east-1:886529160074 us-isob-east-1:094389454867 us-isof-east-1:303241398832 us-isof-south-1:454834333376 us-west-1:763104351884
      us-west-2:763104351884`),
  },
  {
    name: 'framework-containers',
    repositories: words(`
      sagemaker-chainer sagemaker-mxnet sagemaker-mxnet-eia sagemaker-mxnet-serving sagemaker-mxnet-serving-eia sagemaker-pytorch sagemaker-rl-mxnet
      sagemaker-rl-tensorflow sagemaker-tensorflow sagemaker-tensorflow-eia sagemaker-tensorflow-scriptmode sagemaker-tensorflow-serving
      sagemaker-tensorflow-serving-eia`),
    accounts: byRegion(`
      af-south-1:313743910680 ap-east-1:057415533634 ap-northeast-1:520713654638 ap-northeast-2:520713654638
      ap-south-1:520713654638 ap-southeast-1:520713654638 ap-southeast-2:520713654638 ca-central-1:520713654638 cn-north-1:422961961927
      cn-northwest-1:423003514399 eu-central-1:520713654638 eu-north-1:520713654638 eu-south-1:048378556238 eu-west-1:520713654638
      eu-west-2:520713654638 eu-west-3:520713654638 me-south-1:724002660598 sa-east-1:520713654638 us-east-1:520713654638 us-east-2:520713654638
      us-gov-west-1:246785580436 us-iso-east-1:744548109606 us-isob-east-1:453391408702 us-west-1:520713654638 us-west-2:520713654638`),
  },
  {
    name: 'reinforcement-learning',
    repositories: words(`sagemaker-rl-coach-container sagemaker-rl-ray-container sagemaker-rl-vw-container`),
    accounts: byRegion(`
      ap-northeast-1:462105765813 ap-northeast-2:462105765813 ap-south-1:462105765813 ap-southeast-1:462105765813 ap-southeast-2:462105765813
      ca-central-1:462105765813 eu-central-1:462105765813 eu-west-1:462105765813 eu-west-2:462105765813 us-east-1:462105765813
      us-east-2:462105765813 us-west-1:462105765813 us-west-2:462105765813`),
  },
  {
    name: 'neo',
    repositories: words(`
      image-classification-neo sagemaker-inference-mxnet sagemaker-inference-pytorch sagemaker-inference-tensorflow sagemaker-neo-keras
      sagemaker-neo-mxnet sagemaker-neo-onnx sagemaker-neo-pytorch sagemaker-neo-tensorflow xgboost-neo`),
    accounts: byRegion(`
      af-south-1:774647643957 ap-east-1:110948597952 ap-northeast-1:941853720454 ap-northeast-2:151534178276 ap-northeast-3:925152966179
      ap-south-1:763008648453 ap-southeast-1:324986816169 ap-southeast-2:355873309152 ca-central-1:464438896020 cn-north-1:472730292857
      cn-northwest-1:474822919863 eu-central-1:746233611703 eu-central-2:010526262399 eu-north-1:601324751636 eu-south-1:966458181534
      eu-west-1:802834080501 eu-west-2:205493899709 eu-west-3:254080097072 il-central-1:275950707576 me-south-1:836785723513 sa-east-1:756306329178
      us-east-1:785573368785 us-east-2:007439368137 us-gov-east-1:227234621604 us-gov-west-1:263933020539 us-iso-east-1:167761179201
      us-isob-east-1:406031935815 us-isof-east-1:751086301963 us-isof-south-1:935523707064 us-west-1:710691900526 us-west-2:301217895009`),
  },
  {
    name: 'model-parallelism',
    repositories: ['smdistributed-modelparallel'],
    accounts: byRegion(`
      ap-northeast-1:658645717510 ap-northeast-2:658645717510 ap-northeast-3:658645717510 ap-south-1:658645717510 ap-southeast-1:658645717510
      ap-southeast-2:658645717510 ca-central-1:658645717510 eu-central-1:658645717510 eu-north-1:658645717510 eu-west-1:658645717510
      eu-west-2:658645717510 eu-west-3:658645717510 sa-east-1:658645717510 us-east-1:658645717510 us-east-2:658645717510 us-west-1:658645717510
      us-west-2:658645717510`),
  },
  {
    name: 'nova',
    repositories: ['nova-inference-repo'],
    accounts: byRegion(`ap-northeast-1:878185805882 eu-west-2:470633809225 us-east-1:708977205387 us-west-2:176779409107`),
    source: 'https://github.com/aws/sagemaker-python-sdk/blob/master/sagemaker-serve/src/sagemaker/serve/model_builder.py',
  },
];
