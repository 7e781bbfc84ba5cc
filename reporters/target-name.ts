import type { TargetReport } from '../src/model/report.ts';
import { visible } from './text.ts';

type Target = TargetReport['target'];

/** What a target is and where it is planned, part by part; of one whose description is not valid neither account nor Region is known. */
export const targetParts = ({ scenario, account, region }: Target): readonly string[] =>
  [scenario, account === '' ? '' : `account ${account}`, region].filter((part) => part !== '').map(visible);

/** A target with its account and Region, where they are known: `churn (account 123456789012, us-east-1)`. */
export const targetName = (target: Target): string => {
  const [, ...places] = targetParts(target);
  return `${visible(target.name)}${places.length === 0 ? '' : ` (${places.join(', ')})`}`;
};

/** What is wrong with the description of a target that could not be judged, a problem each. */
export const problemsIn = (invalid: string): readonly string[] => invalid.split('\n').map(visible);
