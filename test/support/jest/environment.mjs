import { createRequire } from 'node:module';
import { TestEnvironment } from 'jest-environment-node';

/** Node's environment, with the `require` that all test files of a worker share: what it loads is loaded once, outside Jest's registry of modules. */
export default class extends TestEnvironment {
  constructor(...given) {
    super(...given);
    this.global.requireOnce = createRequire(import.meta.url);
  }
}
