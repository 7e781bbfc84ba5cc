/** An error that ends the program with one line and this exit code; the line carries the remedy. */
export interface Stop extends Error {
  readonly exitCode: number;
}

/** Makes an error that ends the program: `message` is what the user reads, `exitCode` 2 unless said otherwise. */
export const stop = (message: string, exitCode = 2): Stop => Object.assign(new Error(message), { exitCode });

export const isStop = (error: unknown): error is Stop => error instanceof Error && 'exitCode' in error;
