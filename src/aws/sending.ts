type Send = (args: never) => Promise<never>;

/** The part of a client that takes middleware. `deserialize`, at low priority, is the last step before the wire. Source: https://aws.amazon.com/blogs/developer/middleware-stack-modular-aws-sdk-js/ */
interface Announcing {
  readonly middlewareStack: {
    add(middleware: (next: Send) => Send, options: { readonly step: 'deserialize'; readonly name: string; readonly priority: 'low' }): void;
  };
}

/** Makes a client say when it has handed a request to the network. */
export const announceSending = <C>(client: C, sent: () => void): C => {
  const announce =
    (next: Send): Send =>
    (args) => {
      const answer = next(args);
      sent();
      return answer;
    };
  (client as C & Announcing).middlewareStack.add(announce, { step: 'deserialize', name: 'announceSending', priority: 'low' });
  return client;
};
