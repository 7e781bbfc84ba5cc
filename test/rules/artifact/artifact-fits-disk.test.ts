import { artifactFitsDisk } from '../../../rules/artifact/artifact-fits-disk.ts';
import { present } from '../../../src/model/fact.ts';
import { object } from '../../support/facts.ts';
import { testRule } from '../../support/rule.ts';
import { serverless, without } from '../../support/targets.ts';

const GB = 1024 ** 3;
const of = (size: number) => ({ object: present(object({ size })) });

testRule(artifactFitsDisk, {
  target: serverless(),
  pass: { small: of(1), 'as large as the disk': of(5 * GB) },
  fail: { 'one byte more': of(5 * GB + 1) },
  notApplicable: { 'no artifact': { target: without('modelDataUrl') } },
});
