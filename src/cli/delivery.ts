import { announcementOf } from '../../reporters/found/announce.ts';
import type { Format } from '../../reporters/index.ts';
import { notificationOf } from '../../reporters/notification.ts';
import { publishMessage } from '../delivery/publish.ts';
import { putObject } from '../delivery/put-object.ts';
import { s3PlaceOf } from '../delivery/s3-place.ts';
import { nameAt } from '../history/name.ts';
import type { Report } from '../model/report.ts';
import type { Target } from '../model/target.ts';
import { formatsOf } from './delivery/asked.ts';
import { openWriting, ownRegion } from './delivery/lines.ts';
import { toldTo } from './delivery/memory.ts';
import { sendFindings } from './delivery/security-hub.ts';
import { FORMATS } from './output/formats.ts';
import type { Beside } from './output.ts';
import { renderReport } from './output.ts';
import type { Words } from './words.ts';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  sarif: 'application/sarif+json',
  xml: 'application/xml',
  csv: 'text/csv; charset=utf-8',
};
const PLAIN = 'text/plain; charset=utf-8';

/** A report as it is handed on, with what its history tells. */
interface Delivered {
  readonly report: Report;
  readonly beside: Beside;
}

const bytesOf = async ({ report, beside }: Delivered, format: Format, words: Words): Promise<Uint8Array> => {
  const chunks: Buffer[] = [];
  for (const piece of await renderReport(report, { format, file: format }, { words, history: undefined, ...beside })) chunks.push(Buffer.from(piece));
  return Buffer.concat(chunks);
};

/** A folder of its own for each run: its time, and a random part. */
const folderAt = (time: string): string => nameAt(time).replace(/\..*$/, '');

/** Puts the report into the bucket of `--deliver`; returns where each format lies. */
const putReports = async (delivered: Delivered, words: Words): Promise<readonly string[]> => {
  const place = words['deliver'] as string | undefined;
  if (place === undefined) return [];
  const { bucket, prefix } = s3PlaceOf(place, '--deliver');
  const folder = folderAt(delivered.report.run.time);
  const clients = openWriting(words);
  const places: string[] = [];
  try {
    for (const format of formatsOf(words)) {
      const { extension } = FORMATS[format];
      const key = `${prefix}${folder}/${format === extension ? 'report' : format}.${extension}`;
      await putObject(clients, ownRegion(words), { bucket, key, body: await bytesOf(delivered, format, words), type: TYPES[extension] ?? PLAIN });
      places.push(`s3://${bucket}/${key}`);
    }
    return places;
  } finally {
    clients.close();
  }
};

/** Tells the topic of `--notify` what fails anew. With a history that is what was not told before; without one, all that fails. */
const notify = async (report: Report, words: Words, places: readonly string[]): Promise<void> => {
  const topic = words['notify'] as string | undefined;
  if (topic === undefined) return;
  const memory = await toldTo('notify', words);
  const announcement = announcementOf(report, await memory?.read());
  const notification = notificationOf(report, announcement, places);
  if (notification !== undefined) {
    const clients = openWriting(words);
    await publishMessage(clients, topic, notification).finally(clients.close);
  }
  await memory?.keep(announcement.told, report.run.time);
};

/** Hands a finished report on, to whom it was asked for. One delivery that fails stops no other; returns what went wrong. `targets`: what was judged. */
export const deliver = async (delivered: Delivered, words: Words, targets: readonly Target[]): Promise<readonly Error[]> => {
  const { report } = delivered;
  const failures: Error[] = [];
  const attempt = async <T>(make: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await make();
    } catch (error) {
      failures.push(error as Error);
      return otherwise;
    }
  };
  const places = await attempt(() => putReports(delivered, words), []);
  if (words['security-hub'] === true) failures.push(...(await attempt(() => sendFindings(report, words, targets), [])));
  await attempt(() => notify(report, words, places), undefined);
  return failures;
};
