import { isLiteral, readArn } from './arn-pattern.ts';
import { textOf } from './place.ts';
import { type Finding, finding, quote } from './problem.ts';
import { resourcesIn, type Statement } from './statement.ts';

const duplicateSids = (statements: readonly Statement[]): readonly Finding[] => {
  const seen = new Set<string>();
  return statements.flatMap(({ elements }) => {
    const sid = elements.get('Sid');
    const text = textOf(sid);
    if (sid === undefined || text === undefined || text === '') return [];
    if (seen.has(text)) return [finding('duplicate-sid', sid, { message: `Sid ${quote(text)} stands twice` })];
    seen.add(text);
    return [];
  });
};

const mixedPartitions = (statements: readonly Statement[]): readonly Finding[] => {
  const named = statements.flatMap(resourcesIn).flatMap((place) => {
    const read = readArn(place.text);
    return read.form === 'arn' && isLiteral(read.arn.partition) ? [{ place, partition: read.arn.partition }] : [];
  });
  const first = named[0]?.partition;
  const other = named.find(({ partition }) => partition !== first);
  return other === undefined
    ? []
    : [
        finding('mixed-partitions', other.place, {
          message: `this names partition ${quote(other.partition)}, an earlier resource ${quote(first ?? '')}: one account sees only one of them`,
        }),
      ];
};

/** What is wrong between statements. */
export const acrossStatements = (statements: readonly Statement[]): readonly Finding[] => [...duplicateSids(statements), ...mixedPartitions(statements)];
