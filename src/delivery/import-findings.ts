import type { AwsSecurityFinding } from '@aws-sdk/client-securityhub';
import type { Stop } from '../run/stop.ts';
import { stop } from '../run/stop.ts';
import type { DeliveryClients } from './clients.ts';
import { undelivered } from './failure.ts';

/** A finding in the form of Security Hub, as far as it is addressed by it. */
export interface AddressedFinding {
  readonly Id: string;
  /** 12 digits. */
  readonly AwsAccountId: string;
  readonly Region: string;
}

// 100 findings a call: https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_BatchImportFindings.html
const MOST_FINDINGS = 100;
/** A single finding may have as much; whole calls are kept below it. */
const MOST_BYTES = 240_000;
const FEW = 3;

/** Lists of findings that fit into a call each, in their order. */
export const batchesOf = <F extends object>(findings: Iterable<F>): readonly (readonly F[])[] => {
  const batches: F[][] = [];
  let bytes = 0;
  for (const finding of findings) {
    const size = Buffer.byteLength(JSON.stringify(finding));
    const last = batches.at(-1);
    if (last === undefined || last.length === MOST_FINDINGS || bytes + size > MOST_BYTES) {
      batches.push([finding]);
      bytes = size;
    } else {
      last.push(finding);
      bytes += size;
    }
  }
  return batches;
};

interface Failed {
  readonly Id?: string | undefined;
  readonly ErrorCode?: string | undefined;
  readonly ErrorMessage?: string | undefined;
}

const saidOf = ({ Id = 'a finding', ErrorCode = 'no code', ErrorMessage = '' }: Failed): string => `${Id} (${ErrorCode}${ErrorMessage && `: ${ErrorMessage}`})`;

const notTaken = (failed: readonly Failed[], region: string): Stop => {
  const more = failed.length > FEW ? ` and ${failed.length - FEW} more` : '';
  const words = failed.slice(0, FEW).map(saidOf).join(', ').replace(/\s+/g, ' ');
  return stop(`Security Hub in ${region} did not take ${failed.length} of the findings: ${words}${more} — run again, and report it if it stays`);
};

/** The findings of one account and Region, which one Security Hub takes. */
export interface Share {
  /** 12 digits. */
  readonly account: string;
  readonly region: string;
  readonly findings: readonly AddressedFinding[];
}

/** Sends the findings of one account and Region; `through`: the role that does it. What is not taken is thrown as a Stop, after the rest was sent. */
export const importFindings = async (clients: DeliveryClients, { account, region, findings }: Share, through?: string): Promise<void> => {
  const attempt = {
    action: 'securityhub:BatchImportFindings',
    what: `findings of account ${account} to Security Hub in ${region}`,
    whenMissing: 'enable Security Hub in this Region',
    ...(through !== undefined && { through }),
  };
  const failed: Failed[] = [];
  try {
    const { client, sdk } = await clients.securityHub(region);
    for (const batch of batchesOf(findings)) {
      const { FailedFindings = [] } = await client.send(new sdk.BatchImportFindingsCommand({ Findings: batch as unknown as AwsSecurityFinding[] }));
      failed.push(...FailedFindings);
    }
  } catch (error) {
    throw undelivered(attempt, error);
  }
  if (failed.length > 0) throw notTaken(failed, region);
};
