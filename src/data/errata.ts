import { CONFIGURATION_ERRATA } from './errata/configurations.ts';
import type { Erratum } from './errata/erratum.ts';
import { POLICY_ERRATA } from './errata/policies.ts';

export type { Erratum } from './errata/erratum.ts';

/** What public guides print that cannot work as it stands; read on 2026-11-21. */
export const ERRATA: readonly Erratum[] = [...POLICY_ERRATA, ...CONFIGURATION_ERRATA];
