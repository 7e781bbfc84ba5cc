import { deployerMayReadManifest } from '../../../rules/jumpstart/deployer-may-read-manifest.ts';
import { allow, asDeployer } from '../../support/permission-rows.ts';
import { testRule } from '../../support/rule.ts';
import { jumpStart, serverless } from '../../support/targets.ts';

testRule(deployerMayReadManifest, {
  target: jumpStart(),
  pass: { 'what is asked': asDeployer(allow('s3:GetObject', 'arn:aws:s3:::jumpstart-cache-prod-us-east-1/*')) },
  fail: { nothing: asDeployer(), 'another Region’s': asDeployer(allow('s3:GetObject', 'arn:aws:s3:::jumpstart-cache-prod-us-west-2/*')) },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'a private hub': { target: jumpStart({ hub: 'team-models' }) } },
});
