import { RULES } from '../rules/index.ts';
import { SCENARIOS } from '../rules/scenarios/index.ts';
import { BASIS_WORDS, SEVERITY_WORDS } from '../src/cli/text/rule.ts';
import type { AnyRule } from '../src/model/rule.ts';
import type { Scenario } from '../src/model/scenario.ts';
import type { GeneratedFile } from './markdown.ts';
import { anchorOf, code, generatedFrom, list, literal, table } from './markdown.ts';

const linkTo = (id: string): string => `[${code(id)}](#${anchorOf(id)})`;

const inOrder = ({ rules }: Scenario): readonly AnyRule[] => rules.flatMap((id) => RULES.find((rule) => rule.id === id) ?? []);

const scenarioPart = (scenario: Scenario): string => {
  const rows = inOrder(scenario).map(({ id, severity, basis, title }) => [linkTo(id), severity, basis, literal(title)]);
  return `## Scenario \`${scenario.id}\`

${scenario.title}, after [AWS’s guide](${scenario.guide}).

${table(['rule', 'severity', 'basis', 'true when it passes'], rows)}`;
};

const optional = (head: string, items: readonly string[] | undefined): readonly string[] =>
  items === undefined || items.length === 0 ? [] : [head, list(items)];

const rulePart = ({ id, title, severity, basis, why, fix, predicts, dependsOn, restsOn, onlyBeforehand, docs }: AnyRule): string =>
  [
    `### ${id}`,
    `**${literal(title)}.** ${severity}, ${basis}.`,
    `Why: ${literal(why)}`,
    `Fix: ${literal(fix)}`,
    ...optional('AWS errors that it predicts:', predicts?.map(code)),
    ...optional('Judges plans only:', onlyBeforehand === true ? ['what exists already proves that AWS took it'] : undefined),
    ...optional('Judged only after these have passed:', dependsOn?.map(linkTo)),
    ...optional(
      'Rests alone on a table; 180 days after it was read, a warning at most:',
      restsOn?.map(({ source, asOf }) => `<${source}>, read on ${asOf}`),
    ),
    ...optional(
      'See:',
      docs.map((url) => `<${url}>`),
    ),
  ].join('\n\n');

const words = (dictionary: Readonly<Record<string, string>>): string =>
  list(Object.entries(dictionary).map(([word, meaning]) => `${code(word)}: ${meaning.replace(`${word}: `, '')}`));

const text = (): string => `# Rules

${generatedFrom('rules/')}

\`sageready rules\` lists them too, and \`sageready explain <rule>\` shows one.

The severity says what a failure means:

${words(SEVERITY_WORDS)}

The basis says how sure it is that AWS behaves so. Only the first three can carry an error:

${words(BASIS_WORDS)}

${SCENARIOS.map(scenarioPart).join('\n\n')}

## The rules one by one

${RULES.map(rulePart).join('\n\n')}
`;

/** \`docs/rules.md\`: every rule in its own words. */
export const rulesFile = (): GeneratedFile => ({ path: 'docs/rules.md', text: text() });
