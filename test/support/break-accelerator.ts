import type { PolicyStatement } from '../../src/model/policy.ts';
import { acceleratorService } from '../../src/reason/accelerator-endpoint.ts';
import { putInline } from '../e2e/mutations.ts';
import type { AcceleratorAccount } from './accelerator-account.ts';
import { acceleratedStatements } from './accelerator-account.ts';
import { deployerStatements } from './account.ts';
import { createInterfaceEndpoint, deleteEndpoint } from './break-network.ts';
import { document } from './seed.ts';

type Purpose = keyof ReturnType<typeof acceleratedStatements>;

/** Gives the execution role the guide's policy without some of its purposes, and these statements beside. */
export const withoutPurposes = async (account: AcceleratorAccount, purposes: readonly Purpose[], ...more: readonly PolicyStatement[]): Promise<undefined> => {
  const kept = Object.entries(acceleratedStatements(account.bucket)).flatMap(([purpose, statement]) =>
    purposes.includes(purpose as Purpose) ? [] : [statement],
  );
  await putInline(account, account.executionRole.name, 'Execution', document(...kept, ...more));
};

/** Gives the deployer these statements beside what deploying takes. */
export const giveDeployer = async (account: AcceleratorAccount, ...more: readonly PolicyStatement[]): Promise<undefined> => {
  await putInline(account, account.deployer.name, 'Deploy', document(...deployerStatements(account.executionRole.arn, '*'), ...more));
};

/** What an interface endpoint is made with, where it is not as in the ready account. */
export interface EndpointChanges {
  readonly subnetIds?: readonly string[];
  readonly groupIds?: readonly string[];
  readonly privateDns?: boolean;
}

/** Puts another interface endpoint for accelerators in the place of the ready account's. */
export const replaceEndpoint = async (account: AcceleratorAccount, changes: EndpointChanges): Promise<undefined> => {
  await deleteEndpoint(account, account.endpointId);
  await createInterfaceEndpoint(account, {
    vpcId: account.vpc.vpcId,
    service: acceleratorService(account.region),
    subnetIds: account.vpc.subnetIds,
    groupIds: [account.endpointGroupId],
    ...changes,
  });
};
