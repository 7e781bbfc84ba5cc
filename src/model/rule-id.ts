/** The registry of rule ids: `rules/ids.ts`, generated from file names, adds one member per rule. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging, so that the model imports nothing
export interface RuleRegistry {}

/** The id of a rule: its path below `rules/`, without the ending. */
export type RuleId = keyof RuleRegistry;
