import type { Reading } from '../../model/fact.ts';
import { present } from '../../model/fact.ts';
import type { InstanceUse } from '../../model/facts/sagemaker.ts';

/** What one thing holds. Absent: it is gone meanwhile, and holds nothing. */
export type HeldInstances = Reading<readonly InstanceUse[]>;

/** All instances together, or why they cannot be counted: a part that is not known makes the sum unknown. */
export const allInstances = (parts: readonly HeldInstances[]): Reading<readonly InstanceUse[]> =>
  parts.find(({ state }) => state === 'unknown') ?? present(parts.flatMap((part) => (part.state === 'present' ? part.value : [])));
