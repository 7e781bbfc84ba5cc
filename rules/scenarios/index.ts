import type { Scenario } from '../../src/model/scenario.ts';
import { serverlessEndpoint } from './serverless-endpoint.ts';

/** Every scenario. */
export const SCENARIOS: readonly Scenario[] = [serverlessEndpoint];
