import { modelOffersUse } from '../../../rules/jumpstart/model-offers-use.ts';
import { absent, present } from '../../../src/model/fact.ts';
import type { JumpStartSpec } from '../../../src/model/facts/jumpstart.ts';
import { spec } from '../../support/jumpstart-facts.ts';
import { testRule } from '../../support/rule.ts';
import { jumpStart, jumpStartTraining, serverless } from '../../support/targets.ts';

const { hosting: _, ...trainedOnly }: JumpStartSpec = spec();

testRule(modelOffersUse, {
  target: jumpStart(),
  pass: { 'it is hosted': { spec: present(spec()) }, 'it is trained': { target: jumpStartTraining(), spec: present(spec()) } },
  fail: {
    'it cannot be trained': { target: jumpStartTraining(), spec: present(spec({ trainingSupported: false })) },
    'it is not hosted': { spec: present(trainedOnly) },
  },
  cannotTell: { 'the specification is gone': { spec: absent } },
  notApplicable: { 'a serverless endpoint': { target: serverless() } },
});
