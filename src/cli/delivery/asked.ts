import type { Format } from '../../../reporters/index.ts';
import { regionOfTopic } from '../../delivery/publish.ts';
import { s3PlaceOf } from '../../delivery/s3-place.ts';
import { stop } from '../../run/stop.ts';
import { nearest } from '../nearest.ts';
import { FORMAT_NAMES } from '../output/formats.ts';
import type { Words } from '../words.ts';

const DEFAULT_FORMATS = 'json,html';

const textOf = (words: Words, name: string): string | undefined => words[name] as string | undefined;

const isFormat = (name: string): name is Format => (FORMAT_NAMES as readonly string[]).includes(name);

/** The formats that `--deliver` puts into the bucket. Throws a Stop when there is no such format. */
export const formatsOf = (words: Words): readonly Format[] =>
  (textOf(words, 'deliver-formats') ?? DEFAULT_FORMATS).split(',').map((name) => {
    if (isFormat(name)) return name;
    throw stop(`--deliver-formats: there is no format "${name}"${nearest(name, FORMAT_NAMES)} — formats are ${FORMAT_NAMES.join(', ')}`);
  });

/** Refuses, before anything is asked of AWS, places that a report cannot be handed on to. */
export const refuseUndeliverable = (words: Words): void => {
  const [deliver, notify] = [textOf(words, 'deliver'), textOf(words, 'notify')];
  if (deliver !== undefined) s3PlaceOf(deliver, '--deliver');
  else if (words['deliver-formats'] !== undefined) throw stop('--deliver-formats is for --deliver only — add --deliver s3://bucket/prefix');
  formatsOf(words);
  if (notify !== undefined) regionOfTopic(notify);
};

/** Whether somebody is to get the report, beside the files and the screen. */
export const isAnybodyTold = (words: Words): boolean => words['deliver'] !== undefined || words['notify'] !== undefined || words['security-hub'] === true;
