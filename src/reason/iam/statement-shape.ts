import type { Unknown } from '../../model/fact.ts';
import type { ActionElement } from './action.ts';
import type { ConditionTest } from './condition.ts';
import type { PrincipalElement } from './principal-element.ts';
import type { ResourceElement } from './resource.ts';

/** One statement, compiled. A part that is undefined is malformed: what it would match is not known. */
export interface Statement {
  readonly index: number;
  /** RFC 6901. */
  readonly pointer: string;
  readonly sid?: string;
  /** What is neither `Allow` nor `Deny` may be a denial. */
  readonly effect: 'Allow' | 'Deny';
  readonly action: ActionElement | undefined;
  readonly resource: ResourceElement | undefined;
  /** `not-tested`: this kind of policy has no such element. `none`: it is missing, so nobody is named. */
  readonly principal: PrincipalElement | 'not-tested' | 'none' | undefined;
  readonly conditions: readonly ConditionTest[];
  /** IAM could not have stored this: it never allows, and may deny. */
  readonly doubt?: Unknown;
  readonly notes: readonly string[];
}
