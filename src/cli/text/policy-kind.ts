import type { PolicyKind } from '../../model/policy.ts';

const ACTIONS: readonly (readonly [pattern: RegExp, kind: PolicyKind])[] = [
  [/^sts:(?:AssumeRole|TagSession|SetSourceIdentity)/i, 'trust'],
  [/^s3:/i, 'bucket'],
  [/^kms:/i, 'key'],
  [/^ecr:/i, 'repository'],
];

const PRINCIPAL = /"(?:Not)?Principals?"\s*:/;
const ACTION_ELEMENT = /"(?:Not)?Actions?"\s*:\s*(\[[^\]]*\]|"[^"]*")/g;

const actionsIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(ACTION_ELEMENT), ([, value = '']) => Array.from(value.matchAll(/"([^"]*)"/g), ([, action = '']) => action)).flat();

/** Where a document probably stands, told by what it says: with a Principal it is a resource's policy, of the service that all its actions name. Works on broken JSON. */
export const probableKind = (text: string): PolicyKind => {
  if (!PRINCIPAL.test(text)) return 'managed';
  const actions = actionsIn(text);
  return ACTIONS.find(([pattern]) => actions.length > 0 && actions.every((action) => pattern.test(action)))?.[1] ?? 'resource';
};
