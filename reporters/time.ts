/** A time of the report in milliseconds since 1970; 0 for what is none. */
export const millisecondsOf = (time: string): number => {
  const milliseconds = Date.parse(time);
  return Number.isNaN(milliseconds) ? 0 : milliseconds;
};

/** A time of the report as ISO 8601 in UTC. */
export const isoTime = (time: string): string => new Date(millisecondsOf(time)).toISOString();
