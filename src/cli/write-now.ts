// An import would make Node build the module's ES face first, a millisecond in a program that takes six.
const { writeSync } = process.getBuiltinModule('node:fs');

const STANDARD_OUTPUT = 1;

const refuse = (message: string): void => {
  process.stderr.write(`sageready: standard output could not be written: ${message} — write to another place\n`);
  process.exitCode = 2;
};

const written = (bytes: Buffer): number => {
  try {
    return writeSync(STANDARD_OUTPUT, bytes);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EAGAIN') return 0;
    if (code !== 'EPIPE') refuse(message);
    return bytes.length;
  }
};

/**
 * Writes a short text to standard output at once, without the stream, whose set-up takes as long as all the rest of a quick answer.
 * Only what a full pipe does not take goes through the stream; a closed one is no error.
 */
export const writeNow = (text: string): void => {
  const bytes = Buffer.from(text);
  const rest = bytes.subarray(written(bytes));
  if (rest.length > 0) process.stdout.write(rest);
};
