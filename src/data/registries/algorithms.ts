import type { RegistryFamily } from './family.ts';
import { byRegion, words } from './family.ts';

/** Amazon SageMaker's own algorithms. Source, unless a family names its own: that of `SAGEMAKER_REGISTRIES`. */
export const ALGORITHM_REGISTRIES: readonly RegistryFamily[] = [
  {
    name: 'xgboost-and-scikit-learn',
    repositories: words(`sagemaker-scikit-learn sagemaker-sklearn-automl sagemaker-sparkml-serving sagemaker-xgboost tei tei-cpu`),
    accounts: byRegion(`
      af-south-1:510948584623 ap-east-1:651117190479 ap-northeast-1:354813040037 ap-northeast-2:366743142698 ap-northeast-3:867004704886
      ap-south-1:720646828776 ap-south-2:628508329040 ap-southeast-1:121021644041 ap-southeast-2:783357654285 ap-southeast-3:951798379941
      ap-southeast-4:106583098589 ca-central-1:341280168497 ca-west-1:190319476487 cn-north-1:450853457545 cn-northwest-1:451049120500
      eu-central-1:492215442770 eu-central-2:680994064768 eu-north-1:662702820516 eu-south-1:978288397137 eu-south-2:104374241257
      eu-west-1:141502667606 eu-west-2:764974769150 eu-west-3:659782779980 il-central-1:898809789911 me-central-1:272398656194
      me-south-1:801668240914 sa-east-1:737474898029 us-east-1:683313688378 us-east-2:257758044811 us-gov-east-1:237065988967
      us-gov-west-1:414596584902 us-iso-east-1:833128469047 us-isob-east-1:281123927165 us-isof-east-1:108575199400 us-isof-south-1:124985052026
      us-west-1:746614075791 us-west-2:246618743249`),
  },
  {
    name: 'text-and-vision-algorithms',
    repositories: words(`blazingtext image-classification object-detection semantic-segmentation seq2seq xgboost`),
    accounts: byRegion(`
      af-south-1:455444449433 ap-east-1:286214385809 ap-northeast-1:501404015308 ap-northeast-2:306986355934 ap-northeast-3:867004704886
      ap-south-1:991648021394 ap-south-2:628508329040 ap-southeast-1:475088953585 ap-southeast-2:544295431143 ap-southeast-3:951798379941
      ap-southeast-4:106583098589 ca-central-1:469771592824 ca-west-1:190319476487 cn-north-1:390948362332 cn-northwest-1:387376663083
      eu-central-1:813361260812 eu-central-2:680994064768 eu-north-1:669576153137 eu-south-1:257386234256 eu-south-2:104374241257
      eu-west-1:685385470294 eu-west-2:644912444149 eu-west-3:749696950732 il-central-1:898809789911 me-central-1:272398656194
      me-south-1:249704162688 sa-east-1:855470959533 us-east-1:811284229777 us-east-2:825641698319 us-gov-east-1:237065988967
      us-gov-west-1:226302683700 us-iso-east-1:490574956308 us-isob-east-1:765400339828 us-isof-east-1:108575199400 us-isof-south-1:124985052026
      us-west-1:632365934929 us-west-2:433757028032`),
  },
  {
    name: 'tabular-algorithms',
    repositories: words(`factorization-machines ipinsights kmeans knn linear-learner ntm object2vec pca randomcutforest`),
    accounts: byRegion(`
      af-south-1:455444449433 ap-east-1:286214385809 ap-northeast-1:351501993468 ap-northeast-2:835164637446 ap-northeast-3:867004704886
      ap-south-1:991648021394 ap-south-2:628508329040 ap-southeast-1:475088953585 ap-southeast-2:712309505854 ap-southeast-3:951798379941
      ap-southeast-4:106583098589 ca-central-1:469771592824 ca-west-1:190319476487 cn-north-1:390948362332 cn-northwest-1:387376663083
      eu-central-1:664544806723 eu-central-2:680994064768 eu-north-1:669576153137 eu-south-1:257386234256 eu-south-2:104374241257
      eu-west-1:438346466558 eu-west-2:644912444149 eu-west-3:749696950732 il-central-1:898809789911 me-central-1:272398656194
      me-south-1:249704162688 sa-east-1:855470959533 us-east-1:382416733822 us-east-2:404615174143 us-gov-east-1:237065988967
      us-gov-west-1:226302683700 us-iso-east-1:490574956308 us-isob-east-1:765400339828 us-isof-east-1:108575199400 us-isof-south-1:124985052026
      us-west-1:632365934929 us-west-2:174872318107`),
  },
  {
    name: 'deepar-forecasting',
    repositories: ['forecasting-deepar'],
    accounts: byRegion(`
      af-south-1:455444449433 ap-east-1:286214385809 ap-northeast-1:633353088612 ap-northeast-2:204372634319 ap-northeast-3:867004704886
      ap-south-1:991648021394 ap-south-2:628508329040 ap-southeast-1:475088953585 ap-southeast-2:514117268639 ap-southeast-3:951798379941
      ap-southeast-4:106583098589 ca-central-1:469771592824 ca-west-1:190319476487 cn-north-1:390948362332 cn-northwest-1:387376663083
      eu-central-1:495149712605 eu-central-2:680994064768 eu-north-1:669576153137 eu-south-1:257386234256 eu-south-2:104374241257
      eu-west-1:224300973850 eu-west-2:644912444149 eu-west-3:749696950732 il-central-1:898809789911 me-central-1:272398656194
      me-south-1:249704162688 sa-east-1:855470959533 us-east-1:522234722520 us-east-2:566113047672 us-gov-east-1:237065988967
      us-gov-west-1:226302683700 us-iso-east-1:490574956308 us-isob-east-1:765400339828 us-isof-east-1:108575199400 us-isof-south-1:124985052026
      us-west-1:632365934929 us-west-2:156387875391`),
  },
  {
    name: 'lda',
    repositories: ['lda'],
    accounts: byRegion(`
      ap-northeast-1:258307448986 ap-northeast-2:293181348795 ap-south-1:991648021394 ap-southeast-1:475088953585 ap-southeast-2:297031611018
      ca-central-1:469771592824 eu-central-1:353608530281 eu-west-1:999678624901 eu-west-2:644912444149 us-east-1:766337827248
      us-east-2:999911452149 us-gov-west-1:226302683700 us-iso-east-1:490574956308 us-isob-east-1:765400339828 us-west-1:632365934929
      us-west-2:266724342769`),
  },
];
