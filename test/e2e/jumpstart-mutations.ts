import type { PolicyStatement } from '../../src/model/policy.ts';
import type { JumpStartAccount } from '../support/jumpstart-account.ts';
import { deployerStatements, executionStatements } from '../support/jumpstart-account.ts';
import { document } from '../support/seed.ts';
import type { MutateIn, MutationIn } from './matrix.ts';
import { putInline } from './mutations.ts';

type Plan = Partial<JumpStartAccount['target']>;
/** By name: another, none, or one more. */
type Statements = Readonly<Record<string, PolicyStatement | undefined>>;

/** A plan that says something else. */
export const planning =
  <A extends JumpStartAccount>(change: Plan | ((account: A) => Plan)): MutateIn<A> =>
  async (account) =>
    typeof change === 'function' ? change(account) : change;

const changed = (statements: Readonly<Record<string, PolicyStatement>>, changes: Statements): string =>
  document(...Object.values({ ...statements, ...changes }).filter((statement) => statement !== undefined));

/** An execution role of which some statements are others, or none. */
export const withExecution =
  <A extends JumpStartAccount>(changes: Statements | ((account: A) => Statements), plan: Plan = {}): MutateIn<A> =>
  async (account) => {
    const wanted = typeof changes === 'function' ? changes(account) : changes;
    await putInline(account, account.executionRole.name, 'Execution', changed(executionStatements(account), wanted));
    return plan;
  };

/** A deployer likewise. */
export const withDeployer =
  <A extends JumpStartAccount>(changes: Statements, plan: Plan = {}): MutateIn<A> =>
  async (account) => {
    await putInline(account, account.deployer.name, 'Deploy', changed(deployerStatements(account), changes));
    return plan;
  };

/** Something else planned that fails these rules, and no others. */
export const failsFor = <A extends JumpStartAccount>(mutate: MutateIn<A>, ...rules: readonly string[]): MutationIn<A> => ({
  mutate,
  changes: Object.fromEntries(rules.map((rule) => [rule, 'fail' as const])),
});

/** Rules that have nothing to judge any more. */
export const follow = (...rules: readonly string[]) => Object.fromEntries(rules.map((rule) => [rule, 'not-applicable' as const]));
