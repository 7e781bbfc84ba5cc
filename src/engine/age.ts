import type { Facts } from '../model/fact.ts';
import { fact } from '../model/fact.ts';
import type { AnyRule, Severity } from '../model/rule.ts';
import type { TableOrigin } from '../model/sourced.ts';
import type { Judgement } from '../model/verdict.ts';

/** A table older than this may no longer be what AWS does. */
const MOST_DAYS = 180;
const DAY = 24 * 60 * 60 * 1000;

/** ISO 8601; undefined: facts without a clock, by which nothing ages. */
const timeOf = (facts: Facts): number | undefined => {
  const time = facts.get(fact('run.time', {}));
  const at = time.state === 'present' ? Date.parse(String(time.value)) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
};

const daysSince = ({ asOf }: TableOrigin, now: number): number => Math.floor((now - Date.parse(asOf)) / DAY);

/** The tables that a rule rests on and that are too old, by the clock of the run. */
const staleTables = ({ restsOn = [] }: Pick<AnyRule, 'restsOn'>, facts: Facts): readonly TableOrigin[] => {
  const now = timeOf(facts);
  return now === undefined ? [] : restsOn.filter((table) => daysSince(table, now) > MOST_DAYS);
};

const noteOn = ({ source, asOf }: TableOrigin): string =>
  `this rests on ${source} alone, read on ${asOf}, more than ${MOST_DAYS} days before: AWS may have changed it since, so it is a warning at most`;

const withNotes = (judgement: Judgement, notes: readonly string[]): Judgement =>
  judgement.outcome === 'pass' || judgement.outcome === 'fail' ? { ...judgement, notes: [...(judgement.notes ?? []), ...notes] } : judgement;

const LOWERED: Readonly<Record<Severity, Severity>> = { error: 'warning', warning: 'warning', note: 'note' };

const aged = <R extends AnyRule>(rule: R, stale: readonly TableOrigin[]): R => {
  const judge = rule.judge as (...given: readonly unknown[]) => Judgement;
  const notes = stale.map(noteOn);
  return { ...rule, severity: LOWERED[rule.severity], judge: (...given: readonly unknown[]) => withNotes(judge(...given), notes) };
};

/** The rules by the clock of the run: what rests on tables that have grown old is a warning at most, and says so. */
export const rulesAtTime = (rules: readonly AnyRule[], facts: Facts): readonly AnyRule[] =>
  rules.map((rule) => {
    const stale = staleTables(rule, facts);
    return stale.length === 0 ? rule : aged(rule, stale);
  });

/** One sentence for the head of a report; none while every table is young enough. */
export const ageNotes = (rules: readonly AnyRule[], facts: Facts): readonly string[] => {
  const stale = [...new Set(rules.flatMap((rule) => staleTables(rule, facts)))];
  if (stale.length === 0) return [];
  const named = [...new Set(stale.map(({ source, asOf }) => `${source} (read on ${asOf})`))].join(', ');
  return [`Tables older than ${MOST_DAYS} days: ${named}. What rests on them alone is a warning at most; a newer release of sageready has newer tables.`];
};
