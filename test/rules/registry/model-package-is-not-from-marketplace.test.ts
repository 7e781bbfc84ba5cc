import { modelPackageIsNotFromMarketplace } from '../../../rules/registry/model-package-is-not-from-marketplace.ts';
import { present } from '../../../src/model/fact.ts';
import { modelPackage, PACKAGE } from '../../support/facts.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

const target = { ...serverless(), modelPackageName: PACKAGE };

testRule(modelPackageIsNotFromMarketplace, {
  target,
  pass: { 'one’s own': { modelPackage: present(modelPackage()) } },
  fail: { 'a product': { modelPackage: present(modelPackage({ containers: [{ productId: 'prod-1' }] })) } },
  notApplicable: { 'no package': { target: serverless() } },
});
