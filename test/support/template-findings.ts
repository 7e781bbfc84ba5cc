// Prints what the rule packs of cdk-nag find in the stack of the audit, and in a bucket that is open, as JSON: CDK takes its time within jest.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack, Validations } from 'aws-cdk-lib';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { auditStack } from '../../deploy/cdk/stack.ts';

interface Report {
  readonly pluginReports: readonly { readonly violations: readonly { readonly ruleName: string }[] }[];
}

/** The rules that are broken and not accepted with a reason. */
const brokenIn = async (app: App, outdir: string): Promise<readonly string[]> => {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  try {
    app.synth();
  } catch (error) {
    if ((error as Error).name !== 'ValidationFailed') throw error;
  }
  const { pluginReports } = JSON.parse(await readFile(join(outdir, 'validation-report.json'), 'utf8')) as Report;
  return pluginReports.flatMap(({ violations }) => violations.map(({ ruleName }) => ruleName));
};

const folder = await mkdtemp(join(tmpdir(), 'sageready-cdk-'));
const [own, open] = [join(folder, 'own'), join(folder, 'open')];
const elsewhere = new App({ outdir: open, analyticsReporting: false });
new CfnBucket(new Stack(elsewhere, 'open'), 'Open');
const findings = { own: await brokenIn(auditStack(own).app, own), open: await brokenIn(elsewhere, open) };
await rm(folder, { recursive: true, force: true });
process.stdout.write(JSON.stringify(findings));
