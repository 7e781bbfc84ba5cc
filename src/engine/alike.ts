import type { Target } from '../model/target.ts';
import { canonical } from './canonical.ts';

/** What of a target was looked at: a field's value, whether it is there, or the names of all fields. */
interface Look {
  readonly at: 'value' | 'presence' | 'names';
  readonly field: string;
}

/** Where the answers part that begin with the same looks. Grows as targets are asked about. */
interface Fork<R> {
  look: Look | undefined;
  readonly ways: Map<unknown, Fork<R>>;
  answer: { readonly value: R } | undefined;
}

/** Answers that are remembered at most; beyond it, they are found anew each time. Bounds memory where every target has a name of its own. */
const MOST_ANSWERS = 500;

const fork = <R>(): Fork<R> => ({ look: undefined, ways: new Map(), answer: undefined });

/** Makes equal objects one and the same key. */
const interning = (): ((value: unknown) => unknown) => {
  const keys = new Map<string, object>();
  const known = new WeakMap<object, object>();
  const keyFor = (value: object): object => {
    const text = canonical(value);
    const key = keys.get(text) ?? {};
    keys.set(text, key);
    known.set(value, key);
    return key;
  };
  return (value) => (typeof value === 'object' && value !== null ? (known.get(value) ?? keyFor(value)) : value);
};

/** What a look at a target shows, as a key. */
type See = (look: Look, target: Target) => unknown;

const seeing = (): See => {
  const keyOfValue = interning();
  return ({ at, field }, target) => {
    if (at === 'names') return Object.keys(target).join(' ');
    return at === 'presence' ? field in target : keyOfValue((target as unknown as Readonly<Record<string, unknown>>)[field]);
  };
};

/** A target that says what of it is looked at. */
const watched = (target: Target, note: (at: Look['at'], field: string) => void): Target =>
  new Proxy(target, {
    get: (own, field, receiver) => {
      if (typeof field === 'string') note('value', field);
      return Reflect.get(own, field, receiver) as unknown;
    },
    has: (own, field) => {
      if (typeof field === 'string') note('presence', field);
      return Reflect.has(own, field);
    },
    getOwnPropertyDescriptor: (own, field) => {
      if (typeof field === 'string') note('value', field);
      return Reflect.getOwnPropertyDescriptor(own, field);
    },
    ownKeys: (own) => {
      note('names', '');
      return Reflect.ownKeys(own);
    },
  });

/** The way of a target through what was asked before; undefined: nobody alike was asked about. */
const answerFor = <R>(root: Fork<R>, target: Target, see: See): Fork<R>['answer'] => {
  let here: Fork<R> | undefined = root;
  while (here?.look !== undefined) here = here.ways.get(see(here.look, target));
  return here?.answer;
};

/** The end of a new way; undefined: another look was taken here before, so that the question is no function of what it looks at. */
const endOf = <R>(root: Fork<R>, way: readonly (readonly [Look, unknown])[]): Fork<R> | undefined => {
  let here = root;
  for (const [look, key] of way) {
    here.look ??= look;
    if (here.look.at !== look.at || here.look.field !== look.field || here.answer !== undefined) return undefined;
    const next = here.ways.get(key) ?? fork<R>();
    here.ways.set(key, next);
    here = next;
  }
  return here.look === undefined ? here : undefined;
};

/** Answers a pure question about targets once for all that look alike to it. */
export type OnceForAlike = <R>(ask: (target: Target) => R) => (target: Target) => R;

const onceBy = <R>(see: See, ask: (target: Target) => R): ((target: Target) => R) => {
  const root = fork<R>();
  let room = MOST_ANSWERS;
  const forget = (): void => {
    Object.assign(root, fork<R>());
    room = 0;
  };
  const askAnew = (target: Target): R => {
    const looks = new Map<string, Look>();
    let answered = false;
    const note = (at: Look['at'], field: string): void => {
      if (answered) forget();
      else if (!looks.has(`${at} ${field}`)) looks.set(`${at} ${field}`, { at, field });
    };
    const value = ask(watched(target, note));
    answered = true;
    const end = endOf(
      root,
      [...looks.values()].map((look) => [look, see(look, target)] as const),
    );
    if (end !== undefined) end.answer = { value };
    room -= 1;
    return value;
  };
  return (target) => {
    const known = answerFor(root, target, see);
    if (known !== undefined) return known.value;
    return room > 0 ? askAnew(target) : ask(target);
  };
};

/**
 * Begins to remember what is answered of targets that look alike: equal in every field that a question looks at. So a rule that reads role and Region
 * is judged once a role, however many targets there are. A question that looks at a target after its answer is asked each time.
 */
export const openAlike = (): OnceForAlike => {
  const see = seeing();
  return (ask) => onceBy(see, ask);
};
