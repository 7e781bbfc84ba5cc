import { closeSync, fchmodSync, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs';

/** Appends lines to a journal, each at once: what is written survives the end of the process. */
export interface Writer {
  readonly write: (line: string) => void;
  readonly close: () => void;
}

// It holds what the account said.
const OWNER_ONLY = 0o600;

const writeWhole = (descriptor: number, bytes: Buffer): void => {
  let written = 0;
  while (written < bytes.length) written += writeSync(descriptor, bytes, written);
};

/** Opens a file that keeps its first `length` bytes. `failed` is told once, with the reason: from then on nothing is written. Throws what the system throws when it does not open. */
export const openWriter = (path: string, length: number, failed: (reason: string) => void): Writer => {
  const descriptor = openSync(path, 'a', OWNER_ONLY);
  const isFile = fstatSync(descriptor).isFile();
  if (isFile) {
    fchmodSync(descriptor, OWNER_ONLY);
    ftruncateSync(descriptor, length);
  }
  let whole = length;
  let open = true;
  const close = (): void => {
    if (open) closeSync(descriptor);
    open = false;
  };
  const giveUp = (error: Error): void => {
    // A half line at the end would be dropped anyway.
    if (isFile) ftruncateSync(descriptor, whole);
    close();
    failed(error.message);
  };
  return {
    close,
    write: (line) => {
      if (!open) return;
      const bytes = Buffer.from(line);
      try {
        writeWhole(descriptor, bytes);
        whole += bytes.length;
      } catch (error) {
        giveUp(error as Error);
      }
    },
  };
};
