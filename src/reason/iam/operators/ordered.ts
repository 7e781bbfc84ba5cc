import { plainText } from '../glob.ts';
import type { Family } from './family.ts';

/** Decides from the sign of (request's value − policy's value). */
export type Holds = (order: number) => boolean;

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** Reads an integer or decimal; undefined for any other text. */
const readNumber = (text: string): number | undefined => (NUMBER.test(text.trim()) ? Number(text) : undefined);

const EPOCH_SECONDS = /^-?\d{5,}(?:\.\d+)?$|^-?\d{1,3}(?:\.\d+)?$/;
// The W3C profile of ISO 8601: year; year and month; date; date and time with its zone. A time without zone is read as UTC.
const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?$/i;

const zoneMinutes = (zone: string | undefined): number => {
  if (zone === undefined || zone.toUpperCase() === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith('-') ? -minutes : minutes;
};

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const readIso = (text: string): number | undefined => {
  const found = DATE.exec(text);
  if (found === null) return undefined;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map((part) => (part === undefined ? undefined : Number(part)));
  const fraction = Number(found[7] ?? 0);
  const inRange = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) && hour <= 24 && minute < 60 && second < 61;
  return inRange ? Date.UTC(year, month - 1, day, hour, minute - zoneMinutes(found[8]), second) / 1000 + fraction : undefined;
};

/** Reads ISO 8601 or epoch seconds, as seconds since 1970; undefined for any other text. Four digits are a year. */
const readDate = (text: string): number | undefined => {
  const trimmed = text.trim();
  return EPOCH_SECONDS.test(trimmed) ? Number(trimmed) : readIso(trimmed);
};

const ordered = (read: (text: string) => number | undefined, holds: Holds): Family => ({
  variables: false,
  compile: (value) => {
    const limit = read(plainText(value));
    if (limit === undefined) return undefined;
    return (actual) => {
      const number = read(actual);
      return number === undefined ? undefined : holds(number - limit);
    };
  },
});

/** Numeric operators: integers and decimals, compared as numbers. */
export const numeric = (holds: Holds): Family => ordered(readNumber, holds);

/** Date operators: ISO 8601 or epoch seconds on either side, one scale. */
export const date = (holds: Holds): Family => ordered(readDate, holds);
