import { READ_ONLY_COMMANDS } from './read-only.ts';

type Send = (args: never) => Promise<never>;
type Middleware = (next: Send, context: { readonly commandName?: string }) => Send;

/** The part of a client that takes middleware. Source: https://aws.amazon.com/blogs/developer/middleware-stack-modular-aws-sdk-js/ */
interface Guarded {
  readonly middlewareStack: { add(middleware: Middleware, options: { readonly step: 'initialize'; readonly name: string; readonly priority: 'high' }): void };
}

const refuse = async (command: string): Promise<never> => {
  throw new Error(`${command} was not sent: it is not on the list of read-only commands`);
};

const readOnly: Middleware = (next, { commandName = 'a command without a name' }) => (READ_ONLY_COMMANDS.has(commandName) ? next : () => refuse(commandName));

/** Makes a client refuse every command that is not on the read-only list, before anything is signed or sent. */
export const guardReadOnly = <C>(client: C): C => {
  (client as C & Guarded).middlewareStack.add(readOnly, { step: 'initialize', name: 'readOnlyGuard', priority: 'high' });
  return client;
};
