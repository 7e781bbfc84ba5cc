import type { CallLog, CallRecord } from '../model/report.ts';

/** Notes calls as they end. */
export interface CallLogBook {
  readonly note: (record: CallRecord) => void;
  /** What was noted so far, sorted by service, operation, Region and outcome. */
  readonly read: () => CallLog;
}

const orderOf = ({ service, operation, region, outcome }: CallRecord): string => [service, operation, region, outcome].join(' ');

/** Opens an empty log. */
export const openCallLog = (): CallLogBook => {
  const records: CallRecord[] = [];
  return {
    note: (record) => void records.push(record),
    read: () => ({ total: records.length, calls: records.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)) }),
  };
};
