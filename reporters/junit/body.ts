import type { Fix } from '../../src/model/fix.ts';
import type { TargetOrigin } from '../../src/model/target.ts';
import type { Evidence } from '../../src/model/verdict.ts';
import type { Place } from '../console/evidence.ts';
import { fieldLine, positionOf } from '../console/evidence.ts';
import type { FindingOf } from '../console/tally.ts';
import { waiverOf } from '../console/tally.ts';
import { observation, waiverText } from '../failed.ts';
import { renderFix } from '../fixes/index.ts';
import { subjectText } from '../found/identity.ts';
import type { RuleWords } from '../rule-words.ts';
import { visible } from '../text.ts';

const observationLines = (finding: FindingOf<'fail'>, origin: TargetOrigin | undefined): readonly string[] =>
  finding.verdict.evidence.flatMap((evidence, index) => {
    const waiver = waiverOf(finding, index);
    return [
      `* ${subjectText(evidence.subject)}: ${observation(evidence)}`,
      ...(evidence.field === undefined ? [] : [`  where: ${fieldLine(origin, evidence.field)}`]),
      ...(waiver === undefined ? [] : [`  ${waiverText(waiver)}`]),
    ];
  });

const fixLines = (fix: Fix): readonly string[] => {
  const { text, commands } = renderFix(fix);
  return [`* ${text}`, ...commands.flatMap((command) => command.split('\n')).map((line) => `    ${line}`)];
};

const remedyLines = ({ verdict: { fixes = [] } }: FindingOf<'fail'>, { fix }: RuleWords): readonly string[] => [
  ...(fix === undefined ? [] : [`Remedy: ${visible(fix)}`]),
  ...fixes.flatMap(fixLines),
];

/** Why a rule matters and where that is documented. */
export const groundLines = ({ id, title, why, docs = [] }: RuleWords): readonly string[] => [
  `Must hold: ${visible(title)}`,
  ...(why === undefined ? [] : [`Why: ${visible(why)}`]),
  ...docs.map((address) => `Documentation: ${visible(address)}`),
  `Rule: ${visible(id)}`,
];

/** Everything about a failure, for systems that show the text of the element only. */
export const failureLines = (finding: FindingOf<'fail'>, words: RuleWords, origin: TargetOrigin | undefined): readonly string[] => [
  visible(finding.verdict.summary),
  ...observationLines(finding, origin),
  ...(finding.verdict.notes ?? []).map((note) => `Note: ${visible(note)}`),
  ...remedyLines(finding, words),
  ...groundLines(words),
];

/** Where the description says what a judgement is about: the first field that has a place, else the target itself. */
export const positionIn = (origin: TargetOrigin | undefined, evidence: readonly Evidence[]): Place | undefined => {
  if (origin === undefined) return undefined;
  for (const { field } of evidence) {
    const position = field && positionOf(origin, field);
    if (position !== undefined) return position;
  }
  const begin = origin.positions[''];
  return begin && { file: origin.file, ...begin };
};
