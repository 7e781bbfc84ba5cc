import { modelPackageExists } from '../../../rules/registry/model-package-exists.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { modelPackage, PACKAGE } from '../../support/facts.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

const target = { ...serverless(), modelPackageName: PACKAGE };

testRule(modelPackageExists, {
  target,
  pass: { 'it is there': { modelPackage: present(modelPackage()) } },
  fail: { 'it is not': { modelPackage: absent } },
  notApplicable: { 'no package': { target: serverless() } },
});
