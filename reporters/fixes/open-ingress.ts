import { groupRuleArgument, groupRuleInWords } from '../group-rule.ts';
import type { FixRenderer } from '../rendered-fix.ts';
import { awsCommand } from '../shell.ts';
import { visible } from '../text.ts';

/** Adds a rule to what a security group lets in. */
export const openIngress: FixRenderer<'open-ingress'> = (fix) => ({
  text: `Let the security group ${visible(fix.groupId)} receive ${groupRuleInWords(fix, 'from')}.`,
  commands: [
    awsCommand(['ec2', 'authorize-security-group-ingress'], { 'group-id': fix.groupId, 'ip-permissions': groupRuleArgument(fix), region: fix.region }),
  ],
});
