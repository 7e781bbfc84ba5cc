import type { Fix } from '../src/model/fix.ts';
import type { Finding, Waiver } from '../src/model/report.ts';
import type { Evidence, Subject } from '../src/model/verdict.ts';
import type { NonEmpty } from '../src/model/words.ts';
import type { FindingOf } from './console/tally.ts';
import { waiverOf } from './console/tally.ts';
import { renderFix } from './fixes/index.ts';
import { subjectText } from './found/identity.ts';
import type { RenderedFix } from './rendered-fix.ts';
import { unique, visible } from './text.ts';

/** One thing that a rule found wanting in a target, with everything that was observed of it: what an entry of a list of findings is about. */
export interface Failed {
  readonly subject: Subject;
  readonly evidence: NonEmpty<Evidence>;
  /** SHA-256 in hex, where the report has it. */
  readonly fingerprint?: string;
  readonly waiver?: Waiver;
}

const failedAt = (finding: Finding, evidence: Evidence, index: number): Failed => {
  const fingerprint = finding.fingerprints?.[index];
  const waiver = waiverOf(finding, index);
  return { subject: evidence.subject, evidence: [evidence], ...(fingerprint !== undefined && { fingerprint }), ...(waiver && { waiver }) };
};

/** The subjects of a failure, in the order of its evidence, each once. */
export const failedIn = (finding: FindingOf<'fail'>): readonly Failed[] => {
  const { evidence } = finding.verdict;
  if (evidence.length === 1) return [failedAt(finding, evidence[0], 0)];
  const subjects = new Map<string, Failed>();
  for (const [index, one] of evidence.entries()) {
    const key = subjectText(one.subject);
    const before = subjects.get(key);
    subjects.set(key, before === undefined ? failedAt(finding, one, index) : { ...before, evidence: [...before.evidence, one] });
  }
  return [...subjects.values()];
};

/** What was observed, and what should be there: `2000 MB; expected: 1024 or 2048 MB`. */
export const observation = ({ observed, expected }: Evidence): string =>
  expected === undefined ? visible(observed) : `${visible(observed)}; expected: ${visible(expected)}`;

/** A text as a sentence: with a full stop, unless it ends with one. */
export const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

const COMMANDS_ELSEWHERE = 'The exact commands stand in the console, HTML and Markdown reports.';

/** What to do by fixes that are rendered already, a sentence each; without any, what the rule advises. */
export const adviceFrom = (rendered: readonly RenderedFix[], advice: string | undefined): readonly string[] => {
  if (rendered.length === 0) return advice === undefined ? [] : [sentence(visible(advice))];
  const texts = rendered.map(({ text }) => sentence(text.replace(/:$/, '')));
  return unique([...texts, ...(rendered.some(({ commands }) => commands.length > 0) ? [COMMANDS_ELSEWHERE] : [])]);
};

/** What to do, a sentence each, for reports without room for commands: the exact fixes, else what the rule advises. */
export const adviceOf = (fixes: readonly Fix[] | undefined, advice: string | undefined): readonly string[] => adviceFrom((fixes ?? []).map(renderFix), advice);

/** Who answers for an agreed exception, until when, and why. */
export const waiverText = ({ reason, owner, expires }: Waiver): string => `waived until ${visible(expires)} by ${visible(owner)}: ${visible(reason)}`;
