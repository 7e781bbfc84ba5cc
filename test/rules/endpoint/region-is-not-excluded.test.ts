import { regionIsNotExcluded } from '../../../rules/endpoint/region-is-not-excluded.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

const at = (region: string) => ({ target: serverless({ region }) });

testRule(regionIsNotExcluded, {
  target: serverless(),
  pass: { listed: {}, unlisted: at('me-central-1') },
  fail: { Beijing: at('cn-north-1'), Ningxia: at('cn-northwest-1') },
});
