import { type JsonNode, readJson } from '../json-tree.ts';

/** A policy inside what a command of the AWS CLI prints, or a request takes. */
export interface WrappedPolicy {
  /** The keys that lead to it. */
  readonly path: readonly string[];
  /** The policy alone. `as-text`: it stands there as a JSON text in a string, so that places in it are not places of the file. */
  readonly text: string;
  readonly form: 'as-object' | 'as-text';
  /** Where it stands in the file: offsets in UTF-16 code units, the end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Under which keys the AWS CLI prints policies: https://docs.aws.amazon.com/cli/latest/reference/iam/get-role-policy.html, get-policy-version, get-role; s3api and kms print `Policy` as a string. */
const HOLDERS: readonly string[] = ['PolicyDocument', 'Document', 'AssumeRolePolicyDocument', 'Policy', 'policyText', 'PolicyText', 'ResourcePolicy'];
const MOST_DEEP = 4;
const CLOSES: Readonly<Record<string, number>> = { '{': 1, '[': 1, '}': -1, ']': -1 };

/** The end of the object that begins there, strings passed over; the end of the text where it never closes. */
const endOf = (text: string, start: number): number => {
  const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]]/gs;
  tokens.lastIndex = start;
  let depth = 0;
  for (let token = tokens.exec(text); token !== null; token = tokens.exec(text)) {
    depth += CLOSES[token[0]] ?? 0;
    if (depth === 0) return tokens.lastIndex;
  }
  return text.length;
};

const isPolicy = (node: JsonNode): boolean => node.kind === 'object' && (node.members.has('Statement') || node.members.has('Version'));

const asText = (node: JsonNode): string | undefined =>
  node.kind === 'scalar' && typeof node.value === 'string' && /^\s*\{/.test(node.value) ? node.value : undefined;

interface Looked {
  readonly text: string;
  readonly path: readonly string[];
}

const endOfString = (text: string, start: number): number => {
  const string = /"(?:[^"\\]|\\.)*"/gs;
  string.lastIndex = start;
  return string.exec(text) === null ? text.length : string.lastIndex;
};

const held = (node: JsonNode, { text, path }: Looked): readonly WrappedPolicy[] => {
  const { start } = node;
  const inner = asText(node);
  if (inner !== undefined) return [{ path, text: inner, form: 'as-text', start, end: endOfString(text, start) }];
  if (!isPolicy(node)) return within(node, { text, path });
  const end = endOf(text, start);
  return [{ path, text: text.slice(start, end), form: 'as-object', start, end }];
};

const within = (node: JsonNode, looked: Looked): readonly WrappedPolicy[] => {
  if (looked.path.length > MOST_DEEP) return [];
  if (node.kind === 'array') return node.items.flatMap((item, index) => within(item, { ...looked, path: [...looked.path, String(index)] }));
  if (node.kind !== 'object') return [];
  return [...node.members.values()].flatMap(({ key, node: inner }) => {
    const deeper = { ...looked, path: [...looked.path, key] };
    return HOLDERS.includes(key) ? held(inner, deeper) : within(inner, deeper);
  });
};

const isWrapper = (root: JsonNode): boolean => root.kind === 'object' && !isPolicy(root) && !root.members.has('Effect');

/** The policies inside a text that is no policy itself; none: it is one, or has none. */
export const wrappedPolicies = (text: string): readonly WrappedPolicy[] => {
  const { root } = readJson(text);
  return root !== undefined && isWrapper(root) ? within(root, { text, path: [] }) : [];
};

/** The file with blanks around the policy: every character of the policy keeps its line and column. */
export const blankedAround = (text: string, { start, end }: Pick<WrappedPolicy, 'start' | 'end'>): string =>
  text.slice(0, start).replaceAll(/[^\n]/g, ' ') + text.slice(start, end) + text.slice(end).replaceAll(/[^\n]/g, ' ');

/** The file with another policy in the place of this one. */
export const rewrapped = (text: string, { start, end, form }: WrappedPolicy, policy: string): string =>
  text.slice(0, start) + (form === 'as-text' ? JSON.stringify(policy) : policy.trim()) + text.slice(end);
