import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The release lines that the built bundle is tried on; `test/e2e/nodes/package.json` pins their versions. */
export const NODE_MAJORS = [20, 22, 24] as const;
export type NodeMajor = (typeof NODE_MAJORS)[number];

let folder: Promise<{ readonly stdout: string }> | undefined;

/** Path of a pinned Node of that release line, installed on first use. Fails on machines for which npm has no such Node. */
export const nodeBinary = async (major: NodeMajor): Promise<string> => {
  folder ??= promisify(execFile)(process.execPath, ['scripts/nodes.mjs']);
  const binary = join((await folder).stdout.trim(), `node-${major}-${process.platform}-${process.arch}`, 'bin/node');
  await access(binary).catch(() => {
    throw new Error(`test/e2e/nodes/package.json names no Node ${major} for ${process.platform} ${process.arch}`);
  });
  return binary;
};
