import { isolationSuitsModel } from '../../../rules/jumpstart/isolation-suits-model.ts';
import { present } from '../../../src/model/fact.ts';
import { spec } from '../../support/jumpstart-facts.ts';
import { testRule } from '../../support/rule.ts';
import { jumpStart, jumpStartTraining, serverless } from '../../support/targets.ts';

testRule(isolationSuitsModel, {
  target: jumpStart(),
  pass: {
    'as the specification says': { spec: present(spec()) },
    'neither isolates': { spec: present(spec({ hostingIsolation: false })) },
    'the plan leaves it open': { target: jumpStart({ enableNetworkIsolation: false }), spec: present(spec()) },
  },
  fail: {
    'the plan alone isolates': { target: jumpStart({ enableNetworkIsolation: true }), spec: present(spec({ hostingIsolation: false })) },
    'in training': { target: jumpStartTraining({ enableNetworkIsolation: true }), spec: present(spec({ trainingIsolation: false })) },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() } },
});
