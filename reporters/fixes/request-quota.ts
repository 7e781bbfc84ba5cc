import type { FixRenderer } from '../rendered-fix.ts';
import { awsCommand } from '../shell.ts';
import { visible } from '../text.ts';

/** Asks for a higher quota; AWS decides, which may take days. */
export const requestQuota: FixRenderer<'request-quota'> = ({ serviceCode, quotaCode, quotaName, region, value }) => ({
  text: `Request ${value} for “${visible(quotaName)}” in ${visible(region)}. AWS decides, which may take days.`,
  commands: [
    awsCommand(['service-quotas', 'request-service-quota-increase'], { 'service-code': serviceCode, 'quota-code': quotaCode, 'desired-value': value, region }),
  ],
});
