/** What a kind of reader takes. */
export interface Flavour {
  /** Results a run. */
  readonly results: number;
  /** Judgements that could not be made, a run. */
  readonly notifications: number;
  /** Waived failures as suppressed results, what machines may want to know, and with `all` what passed. */
  readonly full: boolean;
}

/**
 * Code scanning of GitHub and GitLab: failures only, since GitHub knows neither suppressions nor kinds and would open an alert for each result.
 * GitHub keeps 5,000 results a run, and GitLab takes no more; GitLab takes 10 MB.
 * https://docs.github.com/en/code-security/reference/code-scanning/sarif-support-for-code-scanning
 */
export const CODE_SCANNING: Flavour = { results: 5000, notifications: 1000, full: false };

/** Viewers and other tools: everything. */
export const FULL: Flavour = { results: Number.POSITIVE_INFINITY, notifications: Number.POSITIVE_INFINITY, full: true };
