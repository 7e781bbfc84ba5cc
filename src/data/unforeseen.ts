import { BUILD_FAILURES } from './unforeseen/builds.ts';
import { HOSTING_FAILURES } from './unforeseen/hosting.ts';
import { JOB_FAILURES } from './unforeseen/jobs.ts';
import type { KnownFailure } from './unforeseen/known-failure.ts';

export type { KnownFailure } from './unforeseen/known-failure.ts';

/** Messages of AWS and of the tools around it that no static check foresees, or that have several causes: what they mean and what to look at. */
export const UNFORESEEN: readonly KnownFailure[] = [...HOSTING_FAILURES, ...JOB_FAILURES, ...BUILD_FAILURES];
