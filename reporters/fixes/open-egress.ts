import { groupRuleArgument, groupRuleInWords } from '../group-rule.ts';
import type { FixRenderer } from '../rendered-fix.ts';
import { awsCommand } from '../shell.ts';
import { visible } from '../text.ts';

/** Adds a rule to what a security group lets out. */
export const openEgress: FixRenderer<'open-egress'> = (fix) => ({
  text: `Let the security group ${visible(fix.groupId)} send ${groupRuleInWords(fix, 'to')}.`,
  commands: [awsCommand(['ec2', 'authorize-security-group-egress'], { 'group-id': fix.groupId, 'ip-permissions': groupRuleArgument(fix), region: fix.region })],
});
