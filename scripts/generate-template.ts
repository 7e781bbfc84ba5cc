import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { templateOf } from '../deploy/cdk/stack.ts';
import type { GeneratedFile } from './markdown.ts';

/** `deploy/sageready-audit.template.json`: the scheduled audit for CloudFormation. */
export const templateFile = async (): Promise<GeneratedFile> => {
  const folder = await mkdtemp(join(tmpdir(), 'sageready-cdk-'));
  try {
    return { path: 'deploy/sageready-audit.template.json', text: `${JSON.stringify(templateOf(folder), null, 2)}\n` };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
