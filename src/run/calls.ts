import type { CallLog, CallRecord } from '../model/report.ts';

const orderOf = ({ service, operation, region, outcome, account = '' }: CallRecord): string => [service, operation, region, outcome, account].join(' ');

/** What several sessions asked, as one log. */
export const joinedCalls = (logs: readonly CallLog[]): CallLog => ({
  total: logs.reduce((sum, { total }) => sum + total, 0),
  calls: logs.flatMap(({ calls }) => calls).toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)),
});
