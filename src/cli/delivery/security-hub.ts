import { asffFindings } from '../../../reporters/asff.ts';
import { rememberedAfter } from '../../../reporters/found/remember.ts';
import type { AddressedFinding } from '../../delivery/import-findings.ts';
import { importFindings } from '../../delivery/import-findings.ts';
import type { History } from '../../model/history.ts';
import type { Report } from '../../model/report.ts';
import { parseArn } from '../../reason/arn.ts';
import { stop } from '../../run/stop.ts';
import type { Words } from '../words.ts';
import { openWriting } from './lines.ts';
import { toldTo } from './memory.ts';

/** The findings of one account and Region, which one Security Hub takes. */
interface Share {
  readonly account: string;
  readonly region: string;
  readonly findings: readonly AddressedFinding[];
}

const sharesOf = (findings: Iterable<AddressedFinding>): readonly Share[] => {
  const shares = new Map<string, Share & { readonly findings: AddressedFinding[] }>();
  for (const finding of findings) {
    const { AwsAccountId: account, Region: region } = finding;
    const share = shares.get(`${account} ${region}`) ?? { account, region, findings: [] };
    share.findings.push(finding);
    shares.set(`${account} ${region}`, share);
  }
  return [...shares.values()];
};

const foreign = ({ account, findings }: Share, own: string | undefined): Error =>
  stop(
    `${findings.length} findings of account ${account} were not sent to Security Hub: it takes them only with credentials of that account, and these belong to ${own ?? 'nobody who is known'} — run sageready there, or import the asff report there`,
  );

/** After a run in which some shares could not be sent, those are as they were before: what they should hear of is told by the next run. */
const keptOf = (after: History, before: History | undefined, failed: readonly Share[]): History => {
  const isFailed = ({ account, region }: Pick<Share, 'account' | 'region'>): boolean => failed.some((one) => one.account === account && one.region === region);
  return { ...after, findings: [...after.findings.filter((one) => !isFailed(one)), ...(before?.findings.filter(isFailed) ?? [])] };
};

interface Sent {
  readonly failures: readonly Error[];
  readonly failed: readonly Share[];
}

const sendAll = async (shares: readonly Share[], report: Report, words: Words): Promise<Sent> => {
  const own = parseArn(report.run.caller ?? '')?.account;
  const clients = openWriting(words);
  const failures: Error[] = [];
  const failed: Share[] = [];
  for (const share of shares) {
    try {
      if (share.account !== own) throw foreign(share, own);
      await importFindings(clients, share.region, share.findings);
    } catch (error) {
      failures.push(error as Error);
      failed.push(share);
    }
  }
  clients.close();
  return { failures, failed };
};

/** Sends the findings of a report to Security Hub, Region by Region; with a history, what has passed since is closed once. Returns what went wrong. */
export const sendFindings = async (report: Report, words: Words): Promise<readonly Error[]> => {
  const told = await toldTo('security-hub', words);
  const before = await told?.read();
  const findings = asffFindings(report, { all: words['all'] === true, ...(before && { history: before }) }) as Iterable<AddressedFinding>;
  const { failures, failed } = await sendAll(sharesOf(findings), report, words);
  await told?.keep(keptOf(rememberedAfter(report, before), before, failed), report.run.time);
  return failures;
};
