import { visible, wrap } from '../../../reporters/text.ts';
import type { TargetOutcome } from '../../model/report.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { ChangedFinding, ChangedTarget } from '../../what-if/compare.ts';

const SIGNS: Readonly<Record<Verdict['outcome'], string>> = { pass: '✔', fail: '✘', 'not-applicable': '–', 'cannot-tell': '?', error: '!' };
const OUTCOMES: Readonly<Record<TargetOutcome, string>> = { ready: 'ready', 'not-ready': 'not ready', undetermined: 'undetermined' };
const MARGIN = 9;

const side = (label: string, words: string, width: number): readonly string[] =>
  wrap(visible(words), Math.max(width - MARGIN - 5, 20)).map((line, index) => `${' '.repeat(MARGIN)}${(index === 0 ? label : '').padEnd(5)}${line}`);

const findingLines = ({ rule, was, is }: ChangedFinding, width: number): readonly string[] => [
  `  ${SIGNS[was.outcome]} → ${SIGNS[is.outcome]}  ${rule}`,
  ...side('was', was.words, width),
  ...side('is', is.words, width),
];

const targetLines = ({ name, was, is, findings }: ChangedTarget, width: number): readonly string[] => [
  `${visible(name)}: ${was === is ? `${OUTCOMES[is]}, as before` : `${OUTCOMES[was]} → ${OUTCOMES[is]}`}`,
  ...(findings.length === 0 ? ['  nothing changes'] : findings.flatMap((finding) => findingLines(finding, width))),
];

/** What changes would bring about, for people: per target, finding by finding. Ends in a line break. */
export const whatIfText = (targets: readonly ChangedTarget[], width: number): string =>
  `${targets.map((target) => targetLines(target, width).join('\n')).join('\n\n')}\n`;
