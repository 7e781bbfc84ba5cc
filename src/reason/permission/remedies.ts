import type { Fix } from '../../model/fix.ts';
import type { PolicyStatement } from '../../model/policy.ts';
import type { IamRepair, StatementRef } from '../../model/trace.ts';
import { bucketArn } from '../references.ts';
import { withoutStandIn } from './stand-in.ts';

/** Who and what a denied request was about: where its repair belongs. */
export interface Denied {
  readonly principalArn: string;
  readonly boundaryArn?: string;
  /** ARN of the resource as it was evaluated. */
  readonly resourceArn: string;
  readonly region: string;
  /** The account whose organisation's policies count. */
  readonly account?: string;
  /** The bucket, key or repository whose policy counts beside the principal's; none: no resource policy. */
  readonly holder?:
    | { readonly kind: 'bucket'; readonly bucket: string }
    | { readonly kind: 'key'; readonly keyArn: string }
    | { readonly kind: 'repository'; readonly arn: string };
  /** The name that was asked about in place of one that the plan leaves out. */
  readonly standIn?: string;
}

type Addition = Extract<IamRepair, { readonly change: 'add-statement' }>;

const ON_RESOURCE: readonly string[] = ['resource-policy', 'delegation', 'grant'];

const onResource = ({ holder, region }: Denied, statement: PolicyStatement): readonly Fix[] => {
  if (holder?.kind === 'key') return [{ kind: 'allow-in-key-policy', keyArn: holder.keyArn, region, statement }];
  return holder?.kind === 'bucket' ? [{ kind: 'allow-in-bucket-policy', bucket: holder.bucket, statement }] : [];
};

const addition = ({ gate, statement: asked, label }: Addition, denied: Denied): readonly Fix[] => {
  const { principalArn, boundaryArn, account, holder } = denied;
  const statement = withoutStandIn(asked, denied.standIn);
  if (gate === 'scp') return account === undefined ? [] : [{ kind: 'allow-in-organisation', account, ...(label !== undefined && { level: label }), statement }];
  if (gate === 'boundary' && boundaryArn !== undefined) return [{ kind: 'amend-boundary', principalArn, boundaryArn, statement }];
  return ON_RESOURCE.includes(gate) && holder !== undefined ? onResource(denied, statement) : [{ kind: 'grant', principalArn, statement }];
};

const ON_PRINCIPAL: readonly string[] = ['identity', 'boundary', 'session'];
const ON_ORGANISATION: readonly string[] = ['scp', 'rcp'];

/** What has the policy: of an object its bucket. */
const policyHolder = ({ policyKind }: StatementRef, { holder, region, resourceArn }: Denied): string =>
  policyKind === 'bucket' && holder?.kind === 'bucket' ? bucketArn(holder.bucket, region) : resourceArn;

const holderOf = ({ gate, statement }: Extract<IamRepair, { readonly change: 'amend-denial' }>, denied: Denied): string => {
  if (ON_ORGANISATION.includes(gate)) return statement.policyArn ?? 'the organisation';
  return ON_PRINCIPAL.includes(gate) ? denied.principalArn : policyHolder(statement, denied);
};

/** Turns the evaluator's smallest repair into a fix that names where it belongs; none where nobody of this account can carry it out. */
export const fixesFor = (repair: IamRepair, denied: Denied): readonly Fix[] =>
  repair.change === 'add-statement'
    ? addition(repair, denied)
    : [{ kind: 'amend-denial', statement: repair.statement, holder: holderOf(repair, denied), why: repair.why }];

type WithStatement = Extract<Fix, { readonly statement: PolicyStatement }>;

const hasStatement = (fix: Fix): fix is WithStatement => 'statement' in fix && 'Action' in fix.statement;

const groupOf = (fix: WithStatement): string => JSON.stringify({ ...fix, statement: { ...fix.statement, Action: '', Sid: '' } });

const actionsOf = (fixes: readonly WithStatement[]): readonly string[] => [...new Set(fixes.flatMap(({ statement }) => statement.Action))].sort();

/** One denial is one remedy, through whichever resource it was found. */
const keyOf = (fix: Fix): string => {
  if (fix.kind === 'amend-denial') return JSON.stringify([fix.holder, fix.statement]);
  return hasStatement(fix) ? groupOf(fix) : JSON.stringify(fix);
};

/** Joins additions that differ in their action only, and drops what is said twice. */
export const mergedFixes = (fixes: readonly Fix[]): readonly Fix[] => {
  const groups = new Map<string, Fix[]>();
  for (const fix of fixes) {
    const key = keyOf(fix);
    groups.set(key, [...(groups.get(key) ?? []), fix]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined || !hasStatement(first)) return first ?? [];
    const actions = actionsOf([first, ...others.filter(hasStatement)]);
    return { ...first, statement: { ...first.statement, Action: actions } } as Fix;
  });
};
