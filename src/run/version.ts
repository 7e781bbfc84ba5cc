declare const SAGEREADY_VERSION: string | undefined;

/** The version of this build; unbundled sources have none. */
export const VERSION: string = typeof SAGEREADY_VERSION === 'undefined' ? '0.0.0' : SAGEREADY_VERSION;
