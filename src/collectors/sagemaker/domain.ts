import { answered } from '../../aws/operation.ts';
import { describeDomain } from '../../aws/operations/sagemaker-studio.ts';
import { absent, present } from '../../model/fact.ts';
import { defineCollector, invocation } from '../define.ts';
import { onThing } from './permissions.ts';

/** A Studio domain. Of its settings only the roles and the network are taken. */
export const sagemakerDomain = defineCollector({
  kind: 'sagemaker.domain',
  operations: [describeDomain],
  region: ({ region }) => region,
  calls: ({ domainId }) => [invocation(describeDomain, { domainId })],
  permissions: ({ domainId, region }, { partition, account }) => [
    onThing('sagemaker:DescribeDomain', { type: 'domain', name: domainId, region, partition, account }),
  ],
  collect: async ({ domainId }, call) => {
    const domain = await call(describeDomain, { domainId });
    if (domain.state === 'absent') return absent;
    const { DomainArn, Status, DefaultUserSettings, DefaultSpaceSettings, AppNetworkAccessType, VpcId } = domain.value;
    const [role, spaceRole] = [DefaultUserSettings?.ExecutionRole, DefaultSpaceSettings?.ExecutionRole];
    return present({
      arn: answered(DomainArn, 'DomainArn'),
      id: domainId,
      status: answered(Status, 'Status'),
      ...(role !== undefined && { executionRoleArn: role }),
      ...(spaceRole !== undefined && { spaceExecutionRoleArn: spaceRole }),
      ...(AppNetworkAccessType !== undefined && { networkAccess: AppNetworkAccessType }),
      ...(VpcId !== undefined && { vpcId: VpcId }),
    });
  },
});
