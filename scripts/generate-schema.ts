import * as z from 'zod';
import { FILE } from '../src/targets/schema/file.ts';
import { WAIVERS } from '../src/waivers/read.ts';
import type { GeneratedFile } from './markdown.ts';

// A name, not an address: editors find the schema by the path in the file's first line.
const ID = 'urn:sageready:target-file:1';

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

/** JSON Schema of the target file, as an object. */
export const targetFileSchema = (): z.core.JSONSchema.BaseSchema => ({
  $schema: DRAFT,
  $id: ID,
  ...z.toJSONSchema(FILE, { target: 'draft-2020-12', io: 'input' }),
});

const waiversSchema = (): z.core.JSONSchema.BaseSchema => ({
  $schema: DRAFT,
  $id: 'urn:sageready:waivers:1',
  ...z.toJSONSchema(WAIVERS, { target: 'draft-2020-12', io: 'input' }),
});

/** `schema/waivers.schema.json`. */
export const waiversSchemaFile = (): GeneratedFile => ({ path: 'schema/waivers.schema.json', text: `${JSON.stringify(waiversSchema(), null, 2)}\n` });

/** `schema/sageready.schema.json`. */
export const schemaFile = (): GeneratedFile => ({ path: 'schema/sageready.schema.json', text: `${JSON.stringify(targetFileSchema(), null, 2)}\n` });
