import type { Unknown } from '../../src/model/fact.ts';
import { unknown } from '../../src/model/fact.ts';
import type { SecurityGroup } from '../../src/model/facts/ec2.ts';
import { defineRule } from '../../src/model/rule.ts';
import type { Evidence } from '../../src/model/verdict.ts';
import { cannotTell, fail, notApplicable } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import type { ReadingFileSystems } from '../../src/reason/file-systems.ts';
import { letsOut, readsFileSystemsInVpc, serviceOf } from '../../src/reason/file-systems.ts';
import { securityGroupsOf } from '../../src/reason/network/needs.ts';
import { jobSubject } from '../../src/reason/training.ts';

const GROUPS = ['vpcConfig', 'securityGroupIds'] as const;

const shutOut = (groups: readonly SecurityGroup[], target: ReadingFileSystems): readonly Evidence[] =>
  target.trainingJob.fileSystems.flatMap((one) => {
    const service = serviceOf(one);
    if (service === undefined || letsOut(groups, service.port)) return [];
    const observed = `no rule of the job’s security groups lets TCP ${service.port} out, which ${one.fileSystemId} is mounted by`;
    return [{ subject: jobSubject(target), observed, expected: `egress of TCP ${service.port} to ${one.fileSystemId}`, field: GROUPS }];
  });

const unreadIn = ({ trainingJob: { fileSystems } }: ReadingFileSystems): readonly Unknown[] =>
  fileSystems.map((one) => {
    const who = serviceOf(one)?.name ?? 'Amazon EFS or FSx';
    return unknown('unsupported', `${one.fileSystemId} is not read: whether it is there and lets the job in, only ${who} tells — check it by hand`);
  });

export const fileSystemsAreWithinReach = defineRule({
  id: 'training/file-systems-are-within-reach',
  title: 'The job reaches the file systems that it trains on',
  severity: 'error',
  basis: 'documented',
  why: 'The job mounts the file system before it begins: its security groups must let NFS (2049) or Lustre (988) out, and those of the file system must let it in, which only EFS and FSx tell.',
  fix: 'Let one of the groups send TCP 2049 to an EFS file system, or TCP 988 and 1018–1023 to one of FSx for Lustre, and let the file system’s own groups receive it.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/model-access-training-data.html',
    'https://docs.aws.amazon.com/efs/latest/ug/network-access.html',
    'https://docs.aws.amazon.com/fsx/latest/LustreGuide/limit-access-security-groups.html',
  ],
  dependsOn: ['network/security-groups-exist'],
  appliesTo: readsFileSystemsInVpc,
  needs: (target) => ({ groups: securityGroupsOf(target) }),
  judge: ({ groups }, target) => {
    const all = groups.map(({ value }) => value);
    const [shut, unread] = [shutOut(all, target), unreadIn(target)];
    if (isNonEmpty(shut)) return fail('The security groups let nothing out to a file system', shut);
    return isNonEmpty(unread) ? cannotTell(...unread) : notApplicable('the plan trains on no file system');
  },
});
