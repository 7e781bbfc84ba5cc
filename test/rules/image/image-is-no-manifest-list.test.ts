import { imageIsNoManifestList } from '../../../rules/image/image-is-no-manifest-list.ts';
import { present } from '../../../src/model/fact.ts';
import { image } from '../../support/facts.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

testRule(imageIsNoManifestList, {
  target: serverless(),
  pass: { 'one manifest': { image: present(image()) } },
  fail: { 'a list': { image: present(image({ mediaType: 'application/vnd.docker.distribution.manifest.list.v2+json' })) } },
  notApplicable: { 'no ECR': { target: serverless({ image: 'docker.io/library/churn:1.4' }) } },
});
