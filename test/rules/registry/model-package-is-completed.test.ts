import { modelPackageIsCompleted } from '../../../rules/registry/model-package-is-completed.ts';
import { present } from '../../../src/model/fact.ts';
import { modelPackage, PACKAGE } from '../../support/facts.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

const target = { ...serverless(), modelPackageName: PACKAGE };

testRule(modelPackageIsCompleted, {
  target,
  pass: { completed: { modelPackage: present(modelPackage()) } },
  fail: { pending: { modelPackage: present(modelPackage({ status: 'Pending' })) }, failed: { modelPackage: present(modelPackage({ status: 'Failed' })) } },
  notApplicable: { 'no package': { target: serverless() } },
});
