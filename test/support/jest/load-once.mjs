// Jest gives each test file modules of its own. The SDK's packages keep no state and take most of a second to load, so a worker loads them once.
const code = 'module.exports = requireOnce(__filename);';

export default { process: () => ({ code }), getCacheKey: (_, path) => `${code} ${path}` };
