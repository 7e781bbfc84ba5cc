import { imageMediaTypeIsAccepted } from '../../../rules/image/image-media-type-is-accepted.ts';
import { present } from '../../../src/model/fact.ts';
import { image } from '../../support/facts.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

const of = (mediaType: string) => ({ image: present(image({ mediaType })) });
const { mediaType: _, ...untold } = image();

testRule(imageMediaTypeIsAccepted, {
  target: serverless(),
  pass: {
    'Docker’s manifest': of('application/vnd.docker.distribution.manifest.v2+json'),
    'Docker’s list, which another rule judges': of('application/vnd.docker.distribution.manifest.list.v2+json'),
  },
  fail: { 'an OCI index': of('application/vnd.oci.image.index.v1+json'), 'an OCI manifest': of('application/vnd.oci.image.manifest.v1+json') },
  cannotTell: { 'ECR does not say': { image: present(untold) } },
  notApplicable: { 'no ECR': { target: serverless({ image: 'docker.io/library/churn:1.4' }) } },
});
