import * as z from 'zod';
import type { ScenarioId, Target } from '../../model/target.ts';
import { serverlessEndpoint } from './serverless-endpoint.ts';

/** The schema of each scenario. */
export const SCHEMAS: Readonly<Record<ScenarioId, z.ZodType<Target>>> = { 'serverless-endpoint': serverlessEndpoint };

/** What `defaults` may hold: everything that is not a name of one target's own. */
export const DEFAULTS = serverlessEndpoint.omit({ name: true, scenario: true, modelName: true, endpointConfigName: true, endpointName: true }).partial();

/** What can be said of a target whose scenario is not known. */
export const COMMON = z.object(serverlessEndpoint.pick({ name: true, account: true, region: true, deployer: true }).partial().shape);

const { name, scenario } = serverlessEndpoint.shape;

const PRIMARY_CONTAINER = z
  .looseObject({})
  .meta({ title: 'Container', description: 'As CreateModel takes it; image, modelDataUrl, mode, imageConfig, modelDataSource and modelPackageName are read.' });

/** One entry of `targets`: `defaults` may hold what it leaves out. */
const ENTRY = z
  .strictObject({
    name,
    scenario,
    primaryContainer: PRIMARY_CONTAINER.exactOptional(),
    ...serverlessEndpoint.omit({ name: true, scenario: true }).partial().shape,
  })
  .meta({ title: 'Serverless endpoint', description: 'A serverless endpoint that is to be deployed. Required keys may stand in `defaults` instead.' });

const VERSION = z.literal(1).meta({ title: 'Version', description: 'Version of this format.' });
const EDITOR_SCHEMA = z.string().meta({ title: 'Schema', description: 'For editors; not read.' }).exactOptional();

/** The outermost map alone, so that each part is then judged by itself. */
export const SHELL = z.strictObject({ $schema: EDITOR_SCHEMA, version: VERSION, defaults: z.unknown().exactOptional(), targets: z.array(z.unknown()).min(1) });

/** The whole file; the published JSON Schema is made from it. */
export const FILE = SHELL.extend({
  defaults: DEFAULTS.exactOptional().meta({ title: 'Defaults', description: 'What every target has unless it says otherwise.' }),
  targets: z.array(ENTRY).min(1).meta({ title: 'Targets', description: 'What will be deployed; the targets are judged together.' }),
}).meta({ title: 'sageready target file', description: 'What will be deployed to Amazon SageMaker, for `sageready check` to judge beforehand.' });
