import type { Finding } from '../model/report.ts';
import type { ComparedReport, ComparedTarget } from './diff.ts';
import type { KeptName, Tell } from './kept.ts';
import { lenient, runIn } from './kept.ts';
import type { Line } from './lines.ts';
import { isMap, linesOf } from './lines.ts';
import type { ReportStore } from './store.ts';

/** A kept report, as far as a comparison needs it: of a failure what was observed, of everything else the outcome. */
export interface KeptReport extends ComparedReport {
  /** ISO 8601. */
  readonly time: string;
  readonly complete: boolean;
}

interface Reading {
  readonly rules: { readonly id: string; readonly severity: ComparedReport['rules'][number]['severity'] }[];
  readonly targets: (ComparedTarget & { readonly findings: Finding[] })[];
  /** Findings that do not fail are many and alike: one of each kind is enough. */
  readonly alike: Map<string, Finding>;
  findings: number;
  end?: Line;
}

const nameOf = (target: unknown): Pick<ComparedTarget, 'name' | 'account' | 'region'> => {
  if (!isMap(target) || typeof target['name'] !== 'string') throw new Error('one of its targets has no name');
  return { name: target['name'], account: String(target['account'] ?? ''), region: String(target['region'] ?? '') };
};

const brief = ({ rule, verdict, fingerprints, waivers, follows }: Finding): Finding => {
  if (verdict.outcome !== 'fail') return { rule, verdict: { outcome: verdict.outcome } as Finding['verdict'], ...(follows && { follows }) };
  const evidence = verdict.evidence.map(({ subject, observed }) => ({ subject, observed }));
  return { rule, verdict: { ...verdict, evidence } as unknown as Finding['verdict'], ...(fingerprints && { fingerprints }), ...(waivers && { waivers }) };
};

const isFinding = (line: unknown): line is Finding => isMap(line) && typeof line['rule'] === 'string' && isMap(line['verdict']);

const keptFinding = ({ alike }: Reading, line: Line): Finding => {
  if (!isFinding(line)) throw new Error('one of its findings has no verdict');
  const small = brief(line);
  if (small.verdict.outcome === 'fail') return small;
  const key = JSON.stringify(small);
  const known = alike.get(key) ?? small;
  alike.set(key, known);
  return known;
};

const take = (reading: Reading, line: Line): void => {
  if (reading.end !== undefined) throw new Error('something follows its end');
  switch (line['type']) {
    case 'rule':
      reading.rules.push({ id: String(line['id']), severity: line['severity'] as Reading['rules'][number]['severity'] });
      break;
    case 'target':
      reading.targets.push({ ...nameOf(line['target']), findings: [] });
      break;
    case 'finding':
      reading.targets.at(-1)?.findings.push(keptFinding(reading, line));
      reading.findings += 1;
      break;
    case 'end':
      reading.end = line;
      break;
    default:
  }
};

/** A kept report in its bytes. Throws where it is damaged or was cut off. */
export const reportIn = async (bytes: Uint8Array, time: string): Promise<KeptReport> => {
  const reading: Reading = { rules: [], targets: [], alike: new Map(), findings: 0 };
  let run: { readonly complete: boolean } | undefined;
  for await (const line of linesOf(bytes)) {
    if (run === undefined) run = runIn(line);
    else take(reading, line);
  }
  const { rules, targets, findings, end } = reading;
  if (end?.['targets'] !== targets.length || end['findings'] !== findings) throw new Error('it was cut off');
  return { time, complete: run?.complete === true, rules, targets };
};

/** The newest whole reports for comparison, newest first, at most so many. */
export const newestReports = async (
  store: ReportStore,
  names: readonly KeptName[],
  { most, tell, accepts = () => true }: { readonly most: number; readonly tell: Tell; readonly accepts?: (report: KeptReport) => boolean },
): Promise<readonly KeptReport[]> => {
  const found: KeptReport[] = [];
  for (const kept of names.toReversed()) {
    if (found.length === most) break;
    const report = await lenient(store, kept, { tell, read: async () => reportIn(await store.read(kept.name), kept.time) });
    if (report !== undefined && accepts(report)) found.push(report);
  }
  return found;
};
