import { mask, PLACEHOLDER } from './mask.ts';
import type { TextPlace } from './place.ts';
import { type Finding, finding, quote } from './problem.ts';
import { actionsIn, type StatementCheck } from './statement.ts';

const SERVICE = /^[A-Za-z0-9-]+$/;
const NAME = /^[A-Za-z0-9*?_-]+$/;

const withoutService = (action: TextPlace, text: string): Finding =>
  finding('action-without-service', action, {
    message: `${quote(action.text)} names no service: an action is written service:Name`,
    suggestion: /^(?:Get|Put|Delete)Object$|^ListBucket$/.test(text) ? `s3:${text}` : undefined,
  });

/** Why an action pattern can never match, or undefined. */
const impossibility = (service: string, name: string): string | undefined => {
  if (/[\s,;]/.test(service + name)) return 'holds a blank, comma or semicolon: each action is a string of its own';
  if (name === '') return 'has no name after the colon';
  if (/[*?]/.test(service)) return 'has a wildcard in the service, where none is read';
  return SERVICE.test(service) && NAME.test(name) ? undefined : 'holds characters that no action has';
};

const suggestionFor = (text: string): string | undefined => {
  const trimmed = text.trim();
  if (/^[A-Za-z0-9-]+:$/.test(trimmed)) return `${trimmed}*`;
  return trimmed !== text && /^[^\s,;]+$/.test(trimmed) ? trimmed : undefined;
};

const actionProblem = (action: TextPlace): Finding | undefined => {
  const { text } = mask(action.text);
  if (text === '*' || text.includes(PLACEHOLDER)) return undefined;
  if (text === '*:*') return finding('wildcard-service', action, { message: '"*:*" is not documented; AWS reads it as "*"', suggestion: '*' });
  const colon = text.indexOf(':');
  if (colon < 0) return withoutService(action, text);
  const why = impossibility(text.slice(0, colon), text.slice(colon + 1));
  return why === undefined
    ? undefined
    : finding('impossible-action', action, { message: `${quote(action.text)} ${why}; it never matches`, suggestion: suggestionFor(action.text) });
};

/** Actions that can never match. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
const impossibleActions: StatementCheck = (statement) => actionsIn(statement).flatMap((action) => actionProblem(action) ?? []);

/** Actions of a service that this kind of policy may not name. */
const foreignActions: StatementCheck = (statement) => {
  const { service: own } = statement.grammar;
  if (own === undefined) return [];
  return actionsIn(statement)
    .filter(({ text }) => text.includes(':') && SERVICE.test(text.slice(0, text.indexOf(':'))) && !text.toLowerCase().startsWith(`${own}:`))
    .map((action) =>
      finding('action-not-allowed', action, { message: `a ${statement.source.kind} policy may only name ${own} actions, not ${quote(action.text)}` }),
    );
};

/** The checks of this file. */
export const ACTION_CHECKS: readonly StatementCheck[] = [impossibleActions, foreignActions];
