import { modelPackageIsApproved } from '../../../rules/registry/model-package-is-approved.ts';
import { present } from '../../../src/model/fact.ts';
import { modelPackage, PACKAGE } from '../../support/facts.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

const target = { ...serverless(), modelPackageName: PACKAGE };
const { approval: _, ...unversioned } = modelPackage();

testRule(modelPackageIsApproved, {
  target,
  pass: { approved: { modelPackage: present(modelPackage()) }, 'no version of a group': { modelPackage: present(unversioned) } },
  fail: {
    pending: { modelPackage: present(modelPackage({ approval: 'PendingManualApproval' })) },
    rejected: { modelPackage: present(modelPackage({ approval: 'Rejected' })) },
  },
  notApplicable: { 'no package': { target: serverless() } },
});
