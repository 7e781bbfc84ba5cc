import type { Finding, TargetReport, Waiver } from '../model/report.ts';
import type { RuleId } from '../model/rule-id.ts';
import type { Subject } from '../model/verdict.ts';
import type { WaiverEntry } from '../model/waiver.ts';
import { subjectText } from './fingerprint.ts';
import type { RuleWords, Threshold } from './outcome.ts';
import { outcomeOf, risksOf } from './outcome.ts';

/** The waivers of a run, put to report after report. */
export interface Waiving {
  /** Marks what is waived in a report; it is judged again by what is left. */
  readonly mark: (report: TargetReport) => TargetReport;
  /** What the reader should know of the waivers, once every report is marked. */
  readonly notes: () => readonly string[];
}

/** Days before its end in which a waiver is warned about. */
const WARNING_DAYS = 14;
const DAY = 86_400_000;

/** A waiver holds through its last day, in UTC. */
const daysLeft = ({ expires }: WaiverEntry, time: string): number => Math.floor((Date.parse(`${expires}T23:59:59.999Z`) - Date.parse(time)) / DAY);
const isOver = (entry: WaiverEntry, time: string): boolean => Date.parse(`${entry.expires}T23:59:59.999Z`) < Date.parse(time);

/** Whether a pattern with `*` and `?` matches a whole text; in time linear in both but for backtracking to the last `*`. */
export const matchesPattern = (pattern: string, text: string): boolean => {
  let [place, at, star, mark] = [0, 0, -1, 0];
  while (at < text.length) {
    if (pattern[place] === '*') [star, mark, place] = [place, at, place + 1];
    else if (place < pattern.length && (pattern[place] === '?' || pattern[place] === text[at])) [place, at] = [place + 1, at + 1];
    else if (star >= 0) [mark, place, at] = [mark + 1, star + 1, mark + 1];
    else return false;
  }
  return [...pattern.slice(place)].every((rest) => rest === '*');
};

const speaksOf = (entry: WaiverEntry, rule: RuleId, { target }: TargetReport, subject: Subject): boolean =>
  matchesPattern(entry.rule, rule) &&
  entry.except?.includes(rule) !== true &&
  matchesPattern(entry.target, target.name) &&
  matchesPattern(entry.subject, subjectText(subject));

const asWaiver = ({ reason, owner, expires, created }: WaiverEntry): Waiver => ({ reason, owner, expires, ...(created !== undefined && { created }) });

/** The subjects of a failure that entries speak of, by fingerprint. */
const spokenOf = (entries: readonly WaiverEntry[], finding: Finding, report: TargetReport): ReadonlyMap<string, WaiverEntry> => {
  if (finding.verdict.outcome !== 'fail') return new Map();
  const prints = finding.fingerprints ?? [];
  return new Map(
    finding.verdict.evidence.flatMap(({ subject }, place) => {
      const entry = entries.find((one) => speaksOf(one, finding.rule, report, subject));
      const print = prints[place];
      return entry === undefined || print === undefined ? [] : [[print, entry] as const];
    }),
  );
};

const waivedFinding = (finding: Finding, spoken: ReadonlyMap<string, WaiverEntry>): Finding =>
  spoken.size === 0 ? finding : { ...finding, waivers: Object.fromEntries([...spoken].map(([print, entry]) => [print, asWaiver(entry)])) };

const count = (days: number): string => (days === 1 ? '1 day' : `${days} days`);

const noteOn = (entry: WaiverEntry, time: string, used: boolean): readonly string[] => {
  const name = `${entry.place}: the waiver of ${entry.rule} by ${entry.owner}`;
  if (isOver(entry, time))
    return [`${name} ended on ${entry.expires}${used ? ', so its findings count again' : ''} — renew it with a new reason, or remove it`];
  if (!used) return [`${name} waives nothing here — remove it, or look whether its patterns still fit`];
  const left = daysLeft(entry, time);
  return left < WARNING_DAYS ? [`${name} ends on ${entry.expires}, in ${count(left)}`] : [];
};

/** By what a report is judged again. */
interface Measure {
  readonly words: RuleWords;
  readonly threshold: Threshold;
}

const judgedAgain = (report: TargetReport, findings: readonly Finding[], { words, threshold }: Measure): TargetReport => ({
  ...report,
  findings,
  ...(report.invalid === undefined && { outcome: outcomeOf(findings, words, threshold), risks: risksOf(findings, words, threshold) }),
});

/** Opens waivers: those that are over waive nothing, and are told of where their findings are back. Pure; `time`: the run's clock. */
export const openWaivers = (entries: readonly WaiverEntry[], { time, ...measure }: Measure & { readonly time: string }): Waiving => {
  const current = entries.filter((entry) => !isOver(entry, time));
  const over = entries.filter((entry) => isOver(entry, time));
  const used = new Set<WaiverEntry>();
  const marked = (finding: Finding, report: TargetReport): Finding => {
    for (const entry of spokenOf(over, finding, report).values()) used.add(entry);
    const spoken = spokenOf(current, finding, report);
    for (const entry of spoken.values()) used.add(entry);
    return waivedFinding(finding, spoken);
  };
  return {
    mark: (report) =>
      entries.length === 0
        ? report
        : judgedAgain(
            report,
            report.findings.map((finding) => marked(finding, report)),
            measure,
          ),
    notes: () => entries.flatMap((entry) => noteOn(entry, time, used.has(entry))),
  };
};
