import './model/rule-id.ts';

export { judgeTargets } from './engine/judge.ts';
export type { Law } from './engine/judge.ts';
export { evaluate } from './reason/iam/evaluate.ts';
export type { EvalRequest, EvalResult, Policies, Principal } from './reason/iam/types.ts';
export { defineJointRule, defineRule } from './model/rule.ts';
export type { Report, TargetReport } from './model/report.ts';
export type { Target } from './model/target.ts';
