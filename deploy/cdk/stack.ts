import { App, BootstraplessSynthesizer, CfnOutput, type IStackSynthesizer, Stack, Validations } from 'aws-cdk-lib';
import { makeAuditor } from './auditor.ts';
import { declareChoices } from './parameters.ts';
import { makeStorage } from './storage.ts';
import { makeTelling } from './telling.ts';
import { makeTiming } from './timing.ts';

const NAME = 'sageready-audit';

/** What CDK's own look at the template warns of. */
const ACKNOWLEDGED = [
  { id: 'CloudFormation-Validate::W1001', reason: 'The bucket is referred to only inside of an If on the very condition that it is made under.' },
  { id: 'CloudFormation-Validate::W1030', reason: 'The empty default of FurtherPolicy is never used as an ARN: the If around it asks for that first.' },
] as const;

/**
 * The scheduled audit as a stack of its own: no bootstrap, no assets, nothing that only CDK could deploy.
 * `outdir`: a folder for what CDK writes; `looks`: whether CDK looks the template over, which takes seconds.
 */
export const auditStack = (outdir: string, looks: 'thoroughly' | 'not' = 'thoroughly'): { readonly app: App; readonly stack: Stack } => {
  const app = new App({
    outdir,
    analyticsReporting: false,
    builtinCloudFormationValidation: looks === 'thoroughly',
    context: { 'aws:cdk:disable-asset-staging': true },
  });
  const stack = new Stack(app, NAME, {
    synthesizer: new BootstraplessSynthesizer() as IStackSynthesizer,
    description: 'sageready: audits what runs on Amazon SageMaker on a schedule, and tells what is no longer sound. Reads the account; writes reports only.',
  });
  for (const acknowledged of ACKNOWLEDGED) Validations.of(stack).acknowledge(acknowledged);
  const choices = declareChoices(stack);
  const storage = makeStorage(stack, choices);
  const telling = makeTelling(stack, choices);
  const auditor = makeAuditor(stack, { choices, storage, telling });
  makeTiming(stack, auditor, { choices, telling });
  new CfnOutput(stack, 'ReportPlace', { value: storage.place, description: 'Where the reports and their history stand' });
  new CfnOutput(stack, 'AuditorName', { value: auditor.ref, description: 'The function: invoke it for an audit at once' });
  new CfnOutput(stack, 'NewsTopic', { value: telling.news.ref, description: 'Is told of new failures' });
  new CfnOutput(stack, 'TroubleTopic', { value: telling.trouble.ref, description: 'Is told when the audit itself fails' });
  return { app, stack };
};

/** The template of the stack, as CloudFormation reads it. Its test has CDK look it over. */
export const templateOf = (outdir: string): object => {
  const { app } = auditStack(outdir, 'not');
  const { template } = app.synth().getStackByName(NAME) as { readonly template: { readonly Parameters: object } };
  return template;
};
