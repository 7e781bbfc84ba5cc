import { versionExists } from '../../../rules/jumpstart/version-exists.ts';
import { present } from '../../../src/model/fact.ts';
import { versions } from '../../support/jumpstart-facts.ts';
import { testRule } from '../../support/rule.ts';
import { jumpStart, serverless } from '../../support/targets.ts';

testRule(versionExists, {
  target: jumpStart({ modelVersion: '2.9.0' }),
  pass: {
    listed: { versions: present(versions('2.10.0', '2.9.0')) },
    'the newest': { target: jumpStart(), versions: present(versions('2.10.0')) },
    'of a series': { target: jumpStart({ modelVersion: '2.*' }), versions: present(versions('3.0.0', '2.9.0')) },
  },
  fail: {
    'not listed': { versions: present(versions('2.10.0')) },
    'a longer one only': { versions: present(versions('2.9.01', '12.9.0')) },
    'none of the series': { target: jumpStart({ modelVersion: '1.*' }), versions: present(versions('10.0.0')) },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() } },
});
