import { createInterface } from 'node:readline/promises';
import { stop } from '../run/stop.ts';
import { interruptedCode } from './interrupt.ts';

/** The two ends of a conversation. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** Asks for lines, one after the other. */
export interface Conversation {
  readonly tell: (text: string) => void;
  /** Resolves to the line without blanks around it; rejects when no line comes any more, or on Ctrl-C. */
  readonly ask: (prompt: string) => Promise<string>;
  readonly close: () => void;
}

/** Begins a conversation. Lines that arrive before their question are kept for it. */
export const converse = ({ input, output }: Terminal): Conversation => {
  const lines = createInterface({ input, output, historySize: 0 });
  const iterator = lines[Symbol.asyncIterator]();
  let interrupted = false;
  lines.on('SIGINT', () => {
    interrupted = true;
    lines.close();
  });
  return {
    tell: (text) => void output.write(text),
    ask: async (prompt) => {
      lines.setPrompt(prompt);
      lines.prompt();
      const { done, value } = await iterator.next();
      if (done !== true) return value.trim();
      output.write('\n');
      throw interrupted
        ? stop('interrupted: nothing is written', interruptedCode)
        : stop('the answers ended before the questions: nothing is written — answer them, or pass --yes');
    },
    close: () => lines.close(),
  };
};
