import { startMotoHost } from '../moto-host.mjs';

/** Before the end-to-end tests: one process that all their workers get moto servers from. */
export default async () => {
  process.env['SAGEREADY_MOTO_PORT'] = `${await startMotoHost()}`;
};
