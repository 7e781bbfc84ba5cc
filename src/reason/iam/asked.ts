import type { Unknown } from '../../model/fact.ts';
import { ABSENT, UNKNOWN } from './context-values.ts';
import { splitFields } from './six-fields.ts';
import type { Absence, ContextValue, EvalContext, EvalRequest } from './types.ts';

/** A request, prepared for being matched against many statements. */
export interface Asked {
  readonly request: EvalRequest;
  /** The service prefix, lower case. */
  readonly service: string;
  /** The name after the colon, lower case. */
  readonly name: string;
  /** The whole action, lower case. */
  readonly action: string;
  /** The fields of the resource's ARN; undefined for `*`. */
  readonly fields: readonly string[] | undefined;
  /** Whether the caller has a permissions boundary; or why that is not known. */
  readonly bounded: boolean | Unknown;
  /** The value of a context key, named in lower case. */
  readonly value: (key: string) => string | readonly string[] | Absence;
}

const ENCRYPTION_CONTEXT = 'kms:encryptioncontext:';
const ENCRYPTION_CONTEXT_KEYS = 'kms:encryptioncontextkeys';

const normalised = (value: ContextValue): string | readonly string[] | Absence => (Array.isArray(value) && value.length === 0 ? ABSENT : value);

const keptContexts = new WeakMap<EvalContext, ReadonlyMap<string, ContextValue>>();

const readContext = (context: EvalContext): ReadonlyMap<string, ContextValue> =>
  new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), normalised(value)] as const));

const contextOf = (context: EvalContext): ReadonlyMap<string, ContextValue> => {
  if (!Object.isFrozen(context)) return readContext(context);
  const kept = keptContexts.get(context) ?? readContext(context);
  keptContexts.set(context, kept);
  return kept;
};

// Source: https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html — one key for each pair of the encryption context.
const fromEncryptionContext = (request: EvalRequest, key: string): ContextValue | undefined => {
  if (request.encryptionContext === undefined || !key.startsWith('kms:encryptioncontext')) return undefined;
  const pairs = Object.entries(request.encryptionContext);
  if (key === ENCRYPTION_CONTEXT_KEYS) return normalised(pairs.map(([name]) => name));
  return key.startsWith(ENCRYPTION_CONTEXT) ? (pairs.find(([name]) => `${ENCRYPTION_CONTEXT}${name.toLowerCase()}` === key)?.[1] ?? ABSENT) : undefined;
};

/** A key that ends in `/*` speaks for all keys that begin so and are not listed. */
const fromFamily = (context: ReadonlyMap<string, ContextValue>, key: string): ContextValue | undefined => {
  const slash = key.indexOf('/');
  return slash < 0 ? undefined : context.get(`${key.slice(0, slash)}/*`);
};

const lookUp = (request: EvalRequest): Asked['value'] => {
  let context: ReadonlyMap<string, ContextValue> | undefined;
  const unlisted = request.unlisted === 'unknown' ? UNKNOWN : ABSENT;
  return (key) => {
    context ??= contextOf(request.context);
    return context.get(key) ?? fromFamily(context, key) ?? fromEncryptionContext(request, key) ?? unlisted;
  };
};

/** Prepares a request. */
export const prepare = (request: EvalRequest, bounded: boolean | Unknown): Asked => {
  const action = request.action.toLowerCase();
  const colon = action.indexOf(':');
  return {
    request,
    service: action.slice(0, Math.max(colon, 0)),
    name: action.slice(colon + 1),
    action,
    fields: request.resource === '*' ? undefined : splitFields(request.resource),
    bounded,
    value: lookUp(request),
  };
};
