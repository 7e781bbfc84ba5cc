import type { Absent, Present } from '../../model/fact.ts';
import { absent, present } from '../../model/fact.ts';
import type { Quota } from '../../model/facts/quota.ts';

/** A quota as Service Quotas tells it. */
export interface DescribedQuota {
  readonly QuotaCode?: string | undefined;
  readonly QuotaName?: string | undefined;
  readonly Value?: number | undefined;
  readonly Adjustable?: boolean | undefined;
}

/** A quota's applied value. Absent: AWS tells none. */
export const appliedQuota = ({ QuotaCode, QuotaName, Value, Adjustable = false }: DescribedQuota, code: string): Present<Quota> | Absent =>
  Value === undefined ? absent : present({ code: QuotaCode ?? code, name: QuotaName ?? code, value: Value, adjustable: Adjustable });
