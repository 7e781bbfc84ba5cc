import { factsOf } from '../engine/facts.ts';
import { present } from '../model/fact.ts';
import type { Looked } from './audit.ts';
import type { Gathered } from './gather.ts';
import { VERSION } from './version.ts';

/** What is known where nothing was found: the time. */
export const noTargets = (time: string): Gathered => ({
  targets: [],
  facts: factsOf([{ kind: 'run.time', params: {}, fact: present(time) as never }], VERSION),
});

const MOST_NAMED = 10;

/** Roles that SageMaker is trusted by and that nothing names which was found: no scenario judges a role alone. */
export const unnamedRoles = ({ discovery: { roles = [], missed } }: Pick<Looked, 'discovery'>, { targets }: Pick<Gathered, 'targets'>): readonly string[] => {
  const named = new Set(targets.flatMap(({ executionRoleArn }) => executionRoleArn ?? []));
  const alone = roles.filter((role) => !named.has(role));
  if (alone.length === 0) return [];
  const list = alone.length > MOST_NAMED ? `${alone.slice(0, MOST_NAMED).join(', ')} and ${alone.length - MOST_NAMED} more` : alone.join(', ');
  const unsure = missed.length > 0 ? ', as far as could be read' : '';
  return [`SageMaker is trusted by roles that nothing names which was found${unsure}, and no scenario judges a role alone: ${list}`];
};
