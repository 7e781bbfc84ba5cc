import type { Permission } from '../../model/permission.ts';
import type { Applicability, RuleMeta } from '../../model/rule.ts';
import { defineRule } from '../../model/rule.ts';
import type { Target } from '../../model/target.ts';
import { answersFor } from './answers.ts';
import { judgeAnswers } from './judge-answers.ts';
import { neededFor, wantedFor } from './questions.ts';

/** Defines a rule from its words and a list of permissions: facts to ask for and judgement follow from the list. */
export const permissionRule = <T extends Target>(meta: RuleMeta & { readonly appliesTo: Applicability<T> }, permissions: readonly Permission<T>[]) =>
  defineRule({
    ...meta,
    needs: (target: T) => neededFor(permissions, target),
    wants: (target: T) => wantedFor(permissions, target),
    judge: (facts, target) => judgeAnswers(answersFor(permissions, facts, target)),
  });
