import { readFileSync } from 'node:fs';
import { READ_ONLY_COMMANDS } from '../src/aws/read-only.ts';
import { COLLECTORS, collectorOf } from '../src/collectors/index.ts';
import type { FactKind } from '../src/model/fact.ts';
import type { Target } from '../src/model/target.ts';
import { partitionOf } from '../src/reason/arn.ts';
import { factsFor } from '../src/run/gather.ts';
import { permissionsFor } from '../src/run/permissions.ts';
import { readDescription } from '../src/targets/read.ts';
import type { GeneratedFile } from './markdown.ts';
import { anchorOf, code, generatedFrom, list, table } from './markdown.ts';

const TYPICAL = 'examples/serverless-endpoint.yaml';
const EXAMPLES = [TYPICAL, 'examples/two-endpoints.yaml'];

const targetsIn = (path: string): readonly Target[] => readDescription(readFileSync(path, 'utf8'), path, { defaultDeployer: 'me' }).targets;

const distinct = (words: readonly string[]): readonly string[] => [...new Set(words)].sort();

const codes = (words: readonly string[], otherwise: string): string => (words.length === 0 ? otherwise : words.map(code).join(' '));

const askers = (): ReadonlyMap<FactKind, readonly string[]> => {
  const facts = factsFor(EXAMPLES.flatMap(targetsIn));
  const kinds = distinct(facts.map(({ request }) => request.kind)) as readonly FactKind[];
  return new Map(kinds.map((kind) => [kind, distinct(facts.filter(({ request }) => request.kind === kind).flatMap(({ askedBy }) => askedBy))]));
};

const linkTo = (asker: string): string => (asker.includes('/') ? `[${code(asker)}](rules.md#${anchorOf(asker)})` : asker);

const rowOf = (kind: FactKind, asked: readonly string[]): readonly string[] => {
  const collector = collectorOf(kind);
  const calls = distinct((collector?.operations ?? []).map(({ name }) => name));
  const needed = collector?.permissions({} as never, { partition: 'aws', account: '123456789012' }) ?? [];
  const actions = distinct(needed.map(({ action }) => action));
  return [code(kind), codes(calls, 'none'), codes(actions, 'none: everybody may'), asked.map(linkTo).join(', ')];
};

const factTable = (): string => {
  const asked = askers();
  const rows = (Object.keys(COLLECTORS) as FactKind[]).map((kind) => rowOf(kind, asked.get(kind) ?? []));
  return table(['fact', 'AWS calls', 'IAM actions', 'asked for by'], rows);
};

const policyPart = (): string => {
  const targets = targetsIn(TYPICAL);
  const [{ region, account } = { region: '', account: '' }] = targets;
  const { policy, reasons } = permissionsFor(factsFor(targets), { partition: partitionOf(region), account });
  return `\`\`\`json
${JSON.stringify(policy, null, 2)}
\`\`\`

Where a resource is wider than the one thing that is read, this is why:

${list(reasons)}`;
};

const text = (): string => `# Permissions

${generatedFrom('src/collectors and src/aws')}

What sageready reads, and what it must be allowed to. It calls nothing that writes: [SECURITY.md](../SECURITY.md) says how that is kept.

\`sageready permissions\` prints the policy of your own run. \`sageready permissions --facts facts.json\` prints it exactly, once \`sageready collect\` has saved the facts.
Whatever you do not grant is no failure: rules that rest on it say *cannot tell*, and name the action.

## By fact

A fact is read only when a rule asks for it, and only once in a run.

${factTable()}

## The policy of a typical run

For [${TYPICAL}](../${TYPICAL}): a serverless endpoint with a model artifact, a KMS key and a deployer role.

${policyPart()}

KMS has the last word on its keys: a key whose policy does not leave access to IAM must name the reading role itself.

## Everything that can be sent

The SDK’s names of all commands that leave the process. A client refuses any other before it is signed.

${list([...READ_ONLY_COMMANDS].sort().map(code))}
`;

/** \`docs/permissions.md\`: what is read, and what that must be allowed. */
export const permissionsFile = (): GeneratedFile => ({ path: 'docs/permissions.md', text: text() });
