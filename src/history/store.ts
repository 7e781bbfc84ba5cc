/** Where reports of earlier runs are kept: a folder, or a prefix of a bucket. Names sort by time. */
export interface ReportStore {
  /** As a user wrote it: a path, or `s3://bucket/prefix`. */
  readonly place: string;
  /** Names of everything kept, oldest first. Throws a Stop when the place cannot be read. */
  readonly names: () => Promise<readonly string[]>;
  /** One kept report, as it was written (gzip). */
  readonly read: (name: string) => Promise<Uint8Array>;
  /** So many of its first bytes, or all where it has fewer. A store that only reads whole leaves this out. */
  readonly start?: (name: string, bytes: number) => Promise<Uint8Array>;
  /** Keeps a report whole or not at all, and replaces none. */
  readonly write: (name: string, bytes: Uint8Array) => Promise<void>;
  /** Removes what is older than a day, but for the newest so many. Left out by a store that deletes nothing, such as a bucket: there a lifecycle rule does it. */
  readonly forget?: (butFor: number) => Promise<void>;
}
