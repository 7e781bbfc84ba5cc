process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

const typescript = ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'es6' } }];
const SDK = '/node_modules/@aws-sdk/(client-[^/]+|credential-providers)/dist-cjs/index\\.js$';

const shared = {
  transform: { '^.+\\.ts$': typescript },
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/.cache/', '<rootDir>/dist/'],
  moduleFileExtensions: ['ts', 'mjs', 'js', 'json'],
};

const e2e = {
  globalSetup: '<rootDir>/test/support/jest/start-moto.mjs',
  testEnvironment: '<rootDir>/test/support/jest/environment.mjs',
  transform: { ...shared.transform, [SDK]: '<rootDir>/test/support/jest/load-once.mjs' },
  transformIgnorePatterns: ['/node_modules/(?!@aws-sdk/(client-|credential-providers/))'],
};

export default {
  maxWorkers: 2,
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/test/**/*.test.ts'], testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'] },
    { ...shared, ...e2e, displayName: 'e2e', testMatch: ['<rootDir>/test/e2e/**/*.test.ts'] },
  ],
};
