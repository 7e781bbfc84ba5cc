import { modelIsInManifest } from '../../../rules/jumpstart/model-is-in-manifest.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { versions } from '../../support/jumpstart-facts.ts';
import { testRule } from '../../support/rule.ts';
import { jumpStart, serverless } from '../../support/targets.ts';

testRule(modelIsInManifest, {
  target: jumpStart(),
  pass: { 'two versions': { versions: present(versions('2.0.0', '1.0.0')) } },
  fail: {
    'no such id': { versions: present(versions()) },
    'one like it': { versions: present({ ...versions(), nearest: ['huggingface-llm-mistral-7b'] }) },
    'no manifest': { versions: absent },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'a private hub': { target: jumpStart({ hub: 'team-models' }) } },
});
