/** The requests that a run may send, over all of its accounts and Regions (`--max-calls`). */
export interface Budget {
  readonly limit: number;
  /** Takes one request; false: none is left, and it must not be sent. */
  readonly take: () => boolean;
  /** Whether a request was held back. */
  readonly exceeded: () => boolean;
}

/** A budget of so many requests. */
export const budgetOf = (limit: number): Budget => {
  let sent = 0;
  let held = false;
  return {
    limit,
    exceeded: () => held,
    take: () => {
      if (sent >= limit) held = true;
      else sent += 1;
      return !held;
    },
  };
};
