// Writes a ZIP archive: few files, deflated, with the same bytes for the same content. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
import { crc32, deflateRawSync } from 'node:zlib';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
// Names are UTF-8.
const FLAGS = 0x0800;
const DEFLATED = 8;
const MADE_ON_UNIX = (3 << 8) | VERSION;
// A regular file that everybody may read: Lambda refuses what its user may not read.
const MODE = 0o100644;
// The first day that the format knows, so that time leaves no trace.
const FIRST_DAY = 0x0021;

const numbers = (...fields) => {
  const bytes = Buffer.alloc(fields.reduce((sum, [size]) => sum + size, 0));
  let offset = 0;
  for (const [size, value] of fields) {
    bytes.writeUIntLE(value, offset, size);
    offset += size;
  }
  return bytes;
};

const common = ({ crc, packed, content, name }) => [
  [2, FLAGS],
  [2, DEFLATED],
  [2, 0],
  [2, FIRST_DAY],
  [4, crc],
  [4, packed.length],
  [4, content.length],
  [2, name.length],
  [2, 0],
];

const localHeader = (entry) => Buffer.concat([numbers([4, LOCAL], [2, VERSION], ...common(entry)), entry.name]);

const centralHeader = (entry, offset) =>
  Buffer.concat([
    numbers([4, CENTRAL], [2, MADE_ON_UNIX], [2, VERSION], ...common(entry), [2, 0], [2, 0], [2, 0], [4, (MODE << 16) >>> 0], [4, offset]),
    entry.name,
  ]);

const entryOf = ([path, content]) => ({ name: Buffer.from(path), content, crc: crc32(content), packed: deflateRawSync(content, { level: 9 }) });

/** The archive of files: their paths, with forward slashes, and contents. */
export const zipOf = (files) => {
  const entries = Object.entries(files).map(([path, content]) => entryOf([path, Buffer.from(content)]));
  const [bodies, headers] = [[], []];
  let offset = 0;
  for (const entry of entries) {
    const body = Buffer.concat([localHeader(entry), entry.packed]);
    headers.push(centralHeader(entry, offset));
    bodies.push(body);
    offset += body.length;
  }
  const directory = Buffer.concat(headers);
  const end = numbers([4, END], [2, 0], [2, 0], [2, entries.length], [2, entries.length], [4, directory.length], [4, offset], [2, 0]);
  return Buffer.concat([...bodies, directory, end]);
};
