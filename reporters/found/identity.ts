import type { TargetReport } from '../../src/model/report.ts';
import type { Subject } from '../../src/model/verdict.ts';
import { cut } from '../cut.ts';
import { visible } from '../text.ts';

const LONGEST_ID = 512;

/** The identity of a finding. `tail`: the fingerprint of its subject, or what stands for a whole target. */
export const idOf = (rule: string, { account, region }: TargetReport['target'], tail: string): string =>
  cut(visible(['sageready', rule, account, region, tail].join('/')), LONGEST_ID);

/** A target as the subject of what is said about it as a whole. */
export const targetSubject = ({ account, region, scenario, name }: TargetReport['target']): Subject => ({ account, region, kind: scenario, name });

/** The end of the id of what is said about a target as a whole. */
export const targetTail = ({ scenario, name }: TargetReport['target']): string => `${scenario}/${name}`;

/** A subject as one line: its ARN, or the words that name it. */
export const subjectText = (subject: Subject): string =>
  visible(typeof subject === 'string' ? subject : [subject.account, subject.region, subject.kind, subject.name].join('/'));
