/** Every command that hands a report on, by the SDK's class name. No other leaves a client of this folder. */
export const DELIVERY_COMMANDS: ReadonlySet<string> = new Set(['BatchImportFindingsCommand', 'PublishCommand', 'PutObjectCommand']);

type Send = (args: never) => Promise<never>;
type Middleware = (next: Send, context: { readonly commandName?: string }) => Send;

/** The part of a client that takes middleware. Source: https://aws.amazon.com/blogs/developer/middleware-stack-modular-aws-sdk-js/ */
interface Guarded {
  readonly middlewareStack: { add(middleware: Middleware, options: { readonly step: 'initialize'; readonly name: string; readonly priority: 'high' }): void };
}

const refuse = async (command: string): Promise<never> => {
  throw new Error(`${command} was not sent: it hands no report on`);
};

const deliveryOnly: Middleware = (next, { commandName = 'a command without a name' }) =>
  DELIVERY_COMMANDS.has(commandName) ? next : () => refuse(commandName);

/** Makes a client refuse every command that hands no report on, before anything is signed or sent. */
export const guardDelivery = <C>(client: C): C => {
  (client as C & Guarded).middlewareStack.add(deliveryOnly, { step: 'initialize', name: 'deliveryGuard', priority: 'high' });
  return client;
};
