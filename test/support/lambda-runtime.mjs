// Plays Lambda's runtime for the built function: an event a line on standard input, its answer or rejection a line on standard output.
import { createInterface } from 'node:readline';

const { handler } = await import(process.argv[2]);

for await (const line of createInterface({ input: process.stdin })) {
  const { event, request, remaining } = JSON.parse(line);
  const begun = performance.now();
  const invocation = { awsRequestId: request, getRemainingTimeInMillis: () => remaining - (performance.now() - begun) };
  const ended = await handler(event, invocation).then(
    (answer) => ({ answer }),
    (error) => ({ rejected: error.message }),
  );
  process.stdout.write(`\n@${JSON.stringify(ended)}\n`);
}
