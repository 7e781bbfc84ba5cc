import { createRequire } from 'node:module';
import { types } from 'node:util';
import { TestEnvironment } from 'jest-environment-node';

const isOrdinarily = Function.prototype[Symbol.hasInstance];

/** Whether a value is an error, also where it was made outside a test file's own world, in which `Error` is another. */
const hasInstanceFor = (own) =>
  function (value) {
    return isOrdinarily.call(this, value) || (this === own && types.isNativeError(value));
  };

/** Node's environment, with the `require` and the `import` that all test files of a worker share: what they load is loaded once, outside Jest's registry of modules, and its errors are errors. */
export default class extends TestEnvironment {
  constructor(...given) {
    super(...given);
    const { Error: own } = this.global;
    Object.defineProperty(own, Symbol.hasInstance, { value: hasInstanceFor(own) });
    this.global.requireOnce = createRequire(import.meta.url);
    this.global.importOnce = (address) => import(address);
  }
}
