import { pipeline } from 'node:stream/promises';
import { createGzip, gzipSync } from 'node:zlib';
import { ndjson } from '../../reporters/ndjson.ts';
import type { Report, TargetReport } from '../model/report.ts';
import type { Summing } from './summary.ts';
import { openSummary } from './summary.ts';

const CHUNK = 65_536;
const OPTIONS = { colour: false, all: true, width: 80, links: false } as const;

const counted = (report: Report, { add }: Summing): Report => ({
  ...report,
  targets: {
    *[Symbol.iterator](): Iterator<TargetReport> {
      for (const target of report.targets) {
        add(target);
        yield target;
      }
    },
  },
});

function* inChunks(pieces: Iterator<string>): Iterable<Buffer> {
  let chunk = '';
  for (let piece = pieces.next(); piece.done !== true; piece = pieces.next()) {
    chunk += piece.value;
    if (chunk.length < CHUNK) continue;
    yield Buffer.from(chunk);
    chunk = '';
  }
  yield Buffer.from(chunk);
}

const taken = async (source: AsyncIterable<Buffer>): Promise<readonly Buffer[]> => {
  const chunks: Buffer[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return chunks;
};

/**
 * A report as it is kept: JSON Lines, gzipped in two members (https://www.rfc-editor.org/rfc/rfc1952#section-2.2). The first holds the header and the run in numbers,
 * so that a trend need not unpack the rest. Goes over the targets once; holds what it packed, and no target.
 */
export const packed = async (report: Report): Promise<Uint8Array> => {
  const summing = openSummary();
  const pieces = ndjson(counted(report, summing), OPTIONS)[Symbol.iterator]();
  const header = String(pieces.next().value);
  const rest = await pipeline(inChunks(pieces), createGzip(), taken);
  const summary = `${JSON.stringify({ type: 'summary', ...summing.read() })}\n`;
  return Buffer.concat([gzipSync(header + summary), ...rest]);
};
