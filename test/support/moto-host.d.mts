/** Starts the process that gives out moto servers, and says at which port of loopback. */
export declare const startMotoHost: () => Promise<number>;
