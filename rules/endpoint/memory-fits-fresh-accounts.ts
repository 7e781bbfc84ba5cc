import { FRESH_ACCOUNT_LIMITS } from '../../src/data/fresh-accounts.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { withServerlessConfig } from '../../src/reason/applicability.ts';

export const memoryFitsFreshAccounts = defineRule({
  id: 'endpoint/memory-fits-fresh-accounts',
  title: 'The memory size is one that a young account may use',
  severity: 'warning',
  basis: 'field-report',
  why: 'Young accounts may not use more than 3072 MB for one serverless endpoint; Service Quotas does not reliably list that limit, so only the refusal tells.',
  fix: 'Try 3072 MB, or ask AWS Support for the quota “Memory size in MB per serverless endpoint” beforehand.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html', 'https://docs.aws.amazon.com/general/latest/gr/sagemaker.html'],
  predicts: ['Memory size in MB per serverless endpoint', 'ResourceLimitExceeded'],
  dependsOn: ['endpoint/memory-size-is-offered'],
  restsOn: [FRESH_ACCOUNT_LIMITS],
  onlyBeforehand: true,
  appliesTo: withServerlessConfig,
  needs: () => ({}),
  judge: (_, { name, account, region, serverlessConfig: { memorySizeInMB } }) => {
    const most = FRESH_ACCOUNT_LIMITS.values.memorySizeInMB;
    if (memorySizeInMB <= most) return pass(`${memorySizeInMB} MB, at most ${most}`);
    const field = ['serverlessConfig', 'memorySizeInMB'];
    const subject = { account, region, kind: 'serverless-config', name };
    const evidence = { subject, observed: `${memorySizeInMB} MB`, expected: `at most ${most} MB, unless the account’s limit was raised`, field };
    return fail(
      `${memorySizeInMB} MB may be more than this account is given`,
      [evidence],
      [{ kind: 'set-field', field, value: most, why: 'what every account may use' }],
    );
  },
});
