import type { RegistryFamily } from './family.ts';
import { byRegion, words } from './family.ts';

/** Processing jobs, monitoring, debugging and Studio. Source, unless a family names its own: that of `SAGEMAKER_REGISTRIES`. */
export const JOB_REGISTRIES: readonly RegistryFamily[] = [
  {
    name: 'spark',
    repositories: ['sagemaker-spark-processing'],
    accounts: byRegion(`
      af-south-1:309385258863 ap-east-1:732049463269 ap-east-2:533267296287 ap-northeast-1:411782140378 ap-northeast-2:860869212795
      ap-northeast-3:102471314380 ap-south-1:105495057255 ap-south-2:873151114052 ap-southeast-1:759080221371 ap-southeast-2:440695851116
      ap-southeast-3:800295151634 ap-southeast-4:819679513684 ap-southeast-5:841784149062 ap-southeast-6:278240940207 ap-southeast-7:471112967968
      ca-central-1:446299261295 ca-west-1:000907499111 cn-north-1:671472414489 cn-northwest-1:844356804704 eu-central-1:906073651304
      eu-central-2:142351485170 eu-isoe-west-1:010264522435 eu-north-1:330188676905 eu-south-1:753923664805 eu-south-2:833944533722
      eu-west-1:571004829621 eu-west-2:836651553127 eu-west-3:136845547031 eusc-de-east-1:713710892325 il-central-1:408426139102
      me-central-1:395420993607 me-south-1:750251592176 mx-central-1:211125459255 sa-east-1:737130764395 us-east-1:173754725891
      us-east-2:314815235551 us-gov-east-1:260923028637 us-gov-west-1:271483468897 us-west-1:667973535471 us-west-2:153931337802`),
  },
  {
    name: 'clarify',
    repositories: ['sagemaker-clarify-processing'],
    accounts: byRegion(`
      af-south-1:811711786498 ap-east-1:098760798382 ap-northeast-1:377024640650 ap-northeast-2:263625296855 ap-northeast-3:912233562940
      ap-south-1:452307495513 ap-southeast-1:834264404009 ap-southeast-2:007051062584 ap-southeast-3:705930551576 ca-central-1:675030665977
      cn-north-1:122526803553 cn-northwest-1:122578899357 eu-central-1:017069133835 eu-central-2:730335477804 eu-north-1:763603941244
      eu-south-1:638885417683 eu-west-1:131013547314 eu-west-2:440796970383 eu-west-3:341593696636 me-south-1:835444307964 sa-east-1:520018980103
      us-east-1:205585389593 us-east-2:211330385671 us-gov-west-1:598674086554 us-isof-east-1:579539705040 us-isof-south-1:411392592546
      us-west-1:740489534195 us-west-2:306415355426`),
  },
  {
    name: 'model-monitor',
    repositories: ['sagemaker-model-monitor-analyzer'],
    accounts: byRegion(`
      af-south-1:875698925577 ap-east-1:001633400207 ap-northeast-1:574779866223 ap-northeast-2:709848358524 ap-northeast-3:990339680094
      ap-south-1:126357580389 ap-southeast-1:245545462676 ap-southeast-2:563025443158 ap-southeast-3:669540362728 ca-central-1:536280801234
      cn-north-1:453000072557 cn-northwest-1:453252182341 eu-central-1:048819808253 eu-central-2:590183933784 eu-north-1:895015795356
      eu-south-1:933208885752 eu-south-2:437450045455 eu-west-1:468650794304 eu-west-2:749857270468 eu-west-3:680080141114 il-central-1:843974653677
      me-central-1:588750061953 me-south-1:607024016150 sa-east-1:539772159869 us-east-1:156813124566 us-east-2:777275614652
      us-isof-east-1:853188333426 us-isof-south-1:467912361380 us-west-1:890145073186 us-west-2:159807026194`),
  },
  {
    name: 'data-wrangler',
    repositories: ['sagemaker-data-wrangler-container'],
    accounts: byRegion(`
      af-south-1:143210264188 ap-east-1:707077482487 ap-northeast-1:649008135260 ap-northeast-2:131546521161 ap-northeast-3:913387583493
      ap-south-1:089933028263 ap-southeast-1:119527597002 ap-southeast-2:422173101802 ca-central-1:557239378090 cn-north-1:245909111842
      cn-northwest-1:249157047649 eu-central-1:024640144536 eu-north-1:054986407534 eu-south-1:488287956546 eu-west-1:245179582081
      eu-west-2:894491911112 eu-west-3:807237891255 il-central-1:406833011540 me-south-1:376037874950 sa-east-1:424196993095 us-east-1:663277389841
      us-east-2:415577184552 us-west-1:926135532090 us-west-2:174368400705`),
  },
  {
    name: 'debugger-rules',
    repositories: words(`detailed-profiler-processing sagemaker-debugger-rules`),
    accounts: byRegion(`
      af-south-1:314341159256 ap-east-1:199566480951 ap-northeast-1:430734990657 ap-northeast-2:578805364391 ap-northeast-3:479947661362
      ap-south-1:904829902805 ap-southeast-1:972752614525 ap-southeast-2:184798709955 ca-central-1:519511493484 cn-north-1:618459771430
      cn-northwest-1:658757709296 eu-central-1:482524230118 eu-north-1:314864569078 eu-south-1:563282790590 eu-west-1:929884845733
      eu-west-2:250201462417 eu-west-3:447278800020 il-central-1:216881608335 me-south-1:986000313247 sa-east-1:818342061345 us-east-1:503895931360
      us-east-2:915447279597 us-gov-west-1:515509971035 us-west-1:685455198987 us-west-2:895741380848`),
  },
  {
    name: 'debugger-rule-evaluator',
    repositories: ['sagemaker-debugger-rule-evaluator'],
    accounts: byRegion(`
      ap-east-1:645844755771 ap-northeast-1:670969264625 ap-northeast-2:326368420253 ap-south-1:552407032007 ap-southeast-1:631532610101
      ap-southeast-2:445670767460 ca-central-1:105842248657 eu-central-1:691764027602 eu-north-1:091235270104 eu-west-1:606966180310
      eu-west-2:074613877050 eu-west-3:224335253976 me-south-1:050406412588 sa-east-1:466516958431 us-east-1:864354269164 us-east-2:840043622174
      us-west-1:952348334681 us-west-2:759209512951`),
    source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/debugger-reference.html',
  },
  {
    name: 'studio-base-python',
    repositories: ['sagemaker-base-python'],
    accounts: byRegion(`
      af-south-1:559312083959 ap-east-1:493642496378 ap-east-2:938034419563 ap-northeast-1:102112518831 ap-northeast-2:806072073708
      ap-northeast-3:792733760839 ap-south-1:394103062818 ap-south-2:004313294153 ap-southeast-1:492261229750 ap-southeast-2:452832661640
      ap-southeast-3:276181064229 ap-southeast-4:154076345201 ap-southeast-5:148761635175 ap-southeast-6:366932332049 ap-southeast-7:528757812139
      ca-central-1:310906938811 ca-west-1:623308166672 cn-north-1:390048526115 cn-northwest-1:390780980154 eu-central-1:936697816551
      eu-central-2:569303640362 eu-isoe-west-1:118315366868 eu-north-1:243637512696 eu-south-1:592751261982 eu-south-2:127363102723
      eu-west-1:470317259841 eu-west-2:712779665605 eu-west-3:615547856133 eusc-de-east-1:180250353322 il-central-1:380164790875
      me-central-1:103105715889 me-south-1:117516905037 mx-central-1:396913743851 sa-east-1:782484402741 us-east-1:081325390199
      us-east-2:429704687514 us-gov-east-1:107072934176 us-gov-west-1:107173498710 us-iso-east-1:906349786431 us-isob-east-1:358279745144
      us-isof-east-1:840123138293 us-isof-south-1:883091641454 us-west-1:742091327244 us-west-2:236514542706`),
  },
  {
    name: 'studio-distribution',
    repositories: ['sagemaker-distribution-prod'],
    accounts: byRegion(`
      af-south-1:238384257742 ap-east-1:523751269255 ap-northeast-1:010972774902 ap-northeast-2:064688005998 ap-northeast-3:564864627153
      ap-south-1:245090515133 ap-southeast-1:022667117163 ap-southeast-2:648430277019 ap-southeast-3:370607712162 ca-central-1:481561238223
      eu-central-1:545423591354 eu-north-1:175620155138 eu-south-1:810671768855 eu-west-1:819792524951 eu-west-2:021081402939 eu-west-3:856416204555
      me-central-1:358593528301 me-south-1:523774347010 sa-east-1:567556641782 us-east-1:885854791233 us-east-2:137914896644 us-west-1:053634841547
      us-west-2:542918446943`),
  },
  {
    name: 'geospatial',
    repositories: ['sagemaker-geospatial-v1-0'],
    accounts: byRegion(`us-west-2:081189585635`),
  },
];
