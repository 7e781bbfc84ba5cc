import type { Fix } from '../../model/fix.ts';
import type { PolicyStatement } from '../../model/policy.ts';
import type { IamRepair } from '../../model/trace.ts';

/** Who and what a denied request was about: where its repair belongs. */
export interface Denied {
  readonly principalArn: string;
  readonly boundaryArn?: string;
  /** ARN of the resource as it was evaluated. */
  readonly resourceArn: string;
  readonly region: string;
  /** The bucket or key whose policy counts beside the principal's; none: no resource policy. */
  readonly holder?: { readonly kind: 'bucket'; readonly bucket: string } | { readonly kind: 'key'; readonly keyArn: string };
}

type Addition = Extract<IamRepair, { readonly change: 'add-statement' }>;

const ON_RESOURCE: readonly string[] = ['resource-policy', 'delegation', 'grant'];

const addition = ({ gate, statement }: Addition, { principalArn, boundaryArn, holder, region }: Denied): Fix => {
  if (gate === 'boundary' && boundaryArn !== undefined) return { kind: 'amend-boundary', principalArn, boundaryArn, statement };
  if (!ON_RESOURCE.includes(gate) || holder === undefined) return { kind: 'grant', principalArn, statement };
  return holder.kind === 'key'
    ? { kind: 'allow-in-key-policy', keyArn: holder.keyArn, region, statement }
    : { kind: 'allow-in-bucket-policy', bucket: holder.bucket, statement };
};

const ON_PRINCIPAL: readonly string[] = ['identity', 'boundary', 'session'];

/** Turns the evaluator's smallest repair into a fix that names where it belongs. */
export const fixFor = (repair: IamRepair, denied: Denied): Fix => {
  if (repair.change === 'add-statement') return addition(repair, denied);
  const holder = ON_PRINCIPAL.includes(repair.gate) ? denied.principalArn : denied.resourceArn;
  return { kind: 'amend-denial', statement: repair.statement, holder, why: repair.why };
};

type WithStatement = Extract<Fix, { readonly statement: PolicyStatement }>;

const hasStatement = (fix: Fix): fix is WithStatement => 'statement' in fix && 'Action' in fix.statement;

const groupOf = (fix: WithStatement): string => JSON.stringify({ ...fix, statement: { ...fix.statement, Action: '', Sid: '' } });

const actionsOf = (fixes: readonly WithStatement[]): readonly string[] => [...new Set(fixes.flatMap(({ statement }) => statement.Action))].sort();

/** Joins additions that differ in their action only, and drops what is said twice. */
export const mergedFixes = (fixes: readonly Fix[]): readonly Fix[] => {
  const groups = new Map<string, Fix[]>();
  for (const fix of fixes) {
    const key = hasStatement(fix) ? groupOf(fix) : JSON.stringify(fix);
    groups.set(key, [...(groups.get(key) ?? []), fix]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined || !hasStatement(first)) return first ?? [];
    const actions = actionsOf([first, ...others.filter(hasStatement)]);
    return { ...first, statement: { ...first.statement, Action: actions } } as Fix;
  });
};
