import type { Basis, Severity } from '../../src/model/rule.ts';
import { escapedMarkdown } from '../markdown/escape.ts';
import type { RuleWords } from '../rule-words.ts';
import { visible } from '../text.ts';
import { identifierOf } from './identifier.ts';
import { LONGEST_DESCRIPTION, messageOf } from './message.ts';
import { addressUri } from './uri.ts';

/** GitHub's scale of 0 to 10, a text; GitLab reads it as well. */
const SECURITY_SEVERITIES: Readonly<Record<Severity, string>> = { error: '8.0', warning: '5.5', note: '2.0' };
/** The same of 0 to 100: what GitLab believes first. */
export const RANKS: Readonly<Record<Severity, number>> = { error: 80, warning: 55, note: 20 };

const PROBLEM_SEVERITIES: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'recommendation' };
const PRECISIONS: Readonly<Record<Basis, string>> = {
  documented: 'very-high',
  'api-model': 'very-high',
  observed: 'high',
  'field-report': 'medium',
  inference: 'low',
};
const BASES: Readonly<Record<Basis, string>> = {
  documented: 'AWS documents it.',
  'api-model': 'The models of AWS’s APIs say so.',
  observed: 'AWS answered so, in public reports that quote it.',
  'field-report': 'People report it; AWS does not document it.',
  inference: 'It follows from what AWS documents, which does not say so itself.',
};

const LONGEST_ADDRESS = 2048;

interface Part {
  readonly heading: string;
  readonly text?: string | undefined;
  readonly items?: readonly string[];
}

const partsOf = ({ why, fix, basis, predicts = [] }: RuleWords): readonly Part[] => [
  { heading: 'Why it matters', text: why },
  { heading: 'What to do', text: fix },
  { heading: 'How sure that is', text: basis && BASES[basis] },
  { heading: 'What AWS says otherwise', items: predicts },
];

const isTold = ({ text, items = [] }: Part): boolean => text !== undefined || items.length > 0;

const plainHelp = (words: RuleWords): string => {
  const parts = partsOf(words).filter(isTold);
  const blocks = parts.map(({ heading, text, items = [] }) => `${heading}: ${visible([...(text === undefined ? [] : [text]), ...items].join(' / '))}`);
  return [visible(`Must hold: ${words.title}.`), ...blocks, ...(words.docs ?? []).map(visible)].join('\n\n');
};

const markdownHelp = (words: RuleWords): string => {
  const blocks = partsOf(words)
    .filter(isTold)
    .map(
      ({ heading, text, items = [] }) =>
        `**${heading}**\n\n${text === undefined ? items.map((item) => `* ${escapedMarkdown(item)}`).join('\n') : escapedMarkdown(text)}`,
    );
  const docs = (words.docs ?? []).map((address) => `* <${addressUri(visible(address))}>`).join('\n');
  return [`**Must hold: ${escapedMarkdown(words.title)}.**`, ...blocks, ...(docs === '' ? [] : [`**Documentation**\n\n${docs}`])].join('\n\n');
};

const propertiesOf = ({ id, severity, basis }: RuleWords) => ({
  tags: [visible(id.split('/')[0] ?? ''), 'aws', 'sagemaker'].filter((tag) => tag !== ''),
  ...(basis && { precision: PRECISIONS[basis] }),
  'problem.severity': PROBLEM_SEVERITIES[severity],
  'security-severity': SECURITY_SEVERITIES[severity],
});

/** A rule as SARIF describes one: complete, so that a reader of a result needs nothing else. */
export const ruleDescriptor = (words: RuleWords) => {
  const [helpUri] = words.docs ?? [];
  return {
    id: visible(words.id),
    name: identifierOf(words.id),
    shortDescription: messageOf(`Must hold: ${words.title}.`, LONGEST_DESCRIPTION),
    fullDescription: messageOf(words.why ?? `Must hold: ${words.title}.`, LONGEST_DESCRIPTION),
    help: { text: plainHelp(words), markdown: markdownHelp(words) },
    ...(helpUri !== undefined && { helpUri: addressUri(visible(helpUri)).slice(0, LONGEST_ADDRESS) }),
    defaultConfiguration: { level: words.severity },
    properties: propertiesOf(words),
  };
};
