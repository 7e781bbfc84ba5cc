import { stop } from '../run/stop.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const UNITS: Readonly<Record<string, number>> = { h: HOUR_MS, d: DAY_MS, w: 7 * DAY_MS };
const LONGEST_DAYS = 3650;
const FORMS = 'it looks like 30 or 30d (days), 12h, 8w or 2026-01-31';

const SPAN = /^(\d{1,6})([hdw]?)$/;
const TIME = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/;

const momentOf = (text: string, now: number): number => {
  const [, number, unit] = SPAN.exec(text) ?? [];
  if (number !== undefined) return now - Number(number) * (UNITS[unit || 'd'] ?? 0);
  return TIME.test(text) ? Date.parse(text) : Number.NaN;
};

/** `--since` as a time, ISO 8601: so many days, hours or weeks before `now` (ISO 8601), or a day or time by itself. Throws a Stop where it is none, lies ahead or more than ten years back. */
export const sinceOf = (text: string, now: string): string => {
  const [moment, end] = [momentOf(text, Date.parse(now)), Date.parse(now)];
  if (Number.isNaN(moment)) throw stop(`--since ${text} is no time — ${FORMS}`);
  if (moment >= end) throw stop(`--since ${text} leaves no time until now, ${now} — ${FORMS}`);
  if (end - moment > LONGEST_DAYS * DAY_MS) throw stop(`--since ${text} is more than ${LONGEST_DAYS} days ago — ${FORMS}`);
  return new Date(moment).toISOString();
};
