import { ECRClient, SetRepositoryPolicyCommand } from '@aws-sdk/client-ecr';
import type { PolicyStatement } from '../../src/model/policy.ts';
import type { Purpose, RecommenderAccount } from '../support/recommender-account.ts';
import { executionStatementsOf, recommenderDeployerStatements } from '../support/recommender-account.ts';
import { document } from '../support/seed.ts';
import { putInline } from './mutations.ts';

/** What replaces the statements of some purposes; undefined: nothing. */
export type Instead = { readonly [P in Purpose]?: PolicyStatement | undefined };

/** Gives the execution role other statements for some purposes, and further ones. */
export const setExecutionTo = async (account: RecommenderAccount, instead: Instead, ...further: readonly PolicyStatement[]): Promise<undefined> => {
  const own = executionStatementsOf({ ...account, executionRoleArn: account.executionRole.arn });
  const statements = [...Object.values({ ...own, ...instead }), ...further].filter((one) => one !== undefined);
  await putInline(account, account.executionRole.name, 'Execution', document(...statements));
};

/** Gives the deployer what the ready one may, changed. */
export const setDeployerTo = async (
  account: RecommenderAccount,
  change: (statements: readonly PolicyStatement[]) => readonly PolicyStatement[],
): Promise<undefined> => {
  const statements = change(recommenderDeployerStatements(account.executionRole.arn, account.keyArn));
  await putInline(account, account.deployer.name, 'Deploy', document(...statements));
};

/** ECR, as the account's administrator. */
export const ecrOf = ({ url, region, admin }: RecommenderAccount): ECRClient => new ECRClient({ endpoint: url, region, credentials: admin.keys });

/** Gives the repository of the image a policy of one statement. */
export const setRepositoryPolicy = async (account: RecommenderAccount, statement: PolicyStatement): Promise<undefined> => {
  await ecrOf(account).send(new SetRepositoryPolicyCommand({ repositoryName: 'churn', policyText: document(statement) }));
};
