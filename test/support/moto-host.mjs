import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

const python = () => spawnSync(process.execPath, ['scripts/moto.mjs'], { encoding: 'utf8' });

/** Starts the process that gives out moto servers, and says where: a port on loopback. It ends with this process; the first start on a machine makes its Python environment, which takes half a minute. */
export const startMotoHost = async () => {
  const made = python();
  if (made.status !== 0) throw new Error(made.stderr.trim());
  const environment = { PATH: process.env['PATH'] };
  const host = spawn(made.stdout.trim(), ['test/support/moto_server.py'], { stdio: ['pipe', 'pipe', 'inherit'], env: environment });
  const [said] = await Promise.race([once(host.stdout, 'data'), once(host, 'exit')]);
  if (host.exitCode !== null) throw new Error(`moto ended with status ${host.exitCode}`);
  for (const held of [host, host.stdin, host.stdout]) held.unref();
  return Number(said);
};
