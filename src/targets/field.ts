/** One key of a target: its words, its flag and its form. Help, schema, messages and reference are all made from these. */
export interface Field {
  /** Name of the command line flag, without its hyphens; undefined: only a file can say it. */
  readonly flag: string | undefined;
  readonly type: 'text' | 'number' | 'truth' | 'tags' | 'map' | 'list';
  /** `completable`: required, unless something deployed or a model package says it. */
  readonly presence: 'required' | 'optional' | 'completable';
  /** Whether `defaults` may hold it. Names are each target's own. */
  readonly inherited: 'from-defaults' | 'never';
  readonly title: string;
  /** What it is, in one sentence. */
  readonly help: string;
  /** The form, as a noun phrase: "expected …". */
  readonly expected: string;
  readonly example: unknown;
}
