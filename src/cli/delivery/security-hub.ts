import { asffFindings } from '../../../reporters/asff.ts';
import { rememberedAfter } from '../../../reporters/found/remember.ts';
import type { DeliveryClients } from '../../delivery/clients.ts';
import type { AddressedFinding, Share } from '../../delivery/import-findings.ts';
import { importFindings } from '../../delivery/import-findings.ts';
import type { History } from '../../model/history.ts';
import type { Report } from '../../model/report.ts';
import type { Target } from '../../model/target.ts';
import { parseArn } from '../../reason/arn.ts';
import { stop } from '../../run/stop.ts';
import type { Words } from '../words.ts';
import type { ReadBy } from './lines.ts';
import { openImportingThrough, openWriting } from './lines.ts';
import { toldTo } from './memory.ts';

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

/** Who hands findings on in one account. */
interface Sender {
  readonly clients: DeliveryClients;
  /** ARN of a role. */
  readonly through?: string;
}

const isReadBy = (target: Pick<Target, 'assumeRole'>): target is Target & ReadBy => target.assumeRole !== undefined;

/**
 * Security Hub takes findings about an account from that account only: from the run's own, or through the role that reads another one.
 * https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_BatchImportFindings.html
 */
const openSenders = (words: Words, targets: readonly Target[], own: string | undefined) => {
  const opened = new Map<string, Sender>();
  const open = (account: string): Sender | undefined => {
    if (account === own) return { clients: openWriting(words) };
    const target = targets.filter(isReadBy).find((one) => one.account === account);
    return target && { clients: openImportingThrough(words, target), through: target.assumeRole };
  };
  return {
    senderIn: (account: string): Sender | undefined => {
      const sender = opened.get(account) ?? open(account);
      if (sender !== undefined) opened.set(account, sender);
      return sender;
    },
    close: () => {
      for (const { clients } of opened.values()) clients.close();
    },
  };
};

const foreign = (account: string, shares: readonly Share[]): Error => {
  const count = shares.reduce((sum, { findings }) => sum + findings.length, 0);
  return stop(
    `${count === 1 ? 'one finding' : `${count} findings`} of account ${account} ${count === 1 ? 'was' : 'were'} not sent to Security Hub, which takes them only from that account — name a role of ${account} with assumeRole, or run sageready once more with credentials of ${account}`,
  );
};

/** After a run in which some shares could not be sent, those are as they were before: what they should hear of is told by the next run. */
const keptOf = (after: History, before: History | undefined, failed: readonly Share[]): History => {
  const isFailed = ({ account, region }: Pick<Share, 'account' | 'region'>): boolean => failed.some((one) => one.account === account && one.region === region);
  return { ...after, findings: [...after.findings.filter((one) => !isFailed(one)), ...(before?.findings.filter(isFailed) ?? [])] };
};

interface Sent {
  readonly failures: readonly Error[];
  readonly failed: readonly Share[];
}

type Senders = ReturnType<typeof openSenders>;

const sendShare = async (share: Share, { senderIn }: Senders): Promise<Error | 'foreign' | undefined> => {
  const sender = senderIn(share.account);
  if (sender === undefined) return 'foreign';
  return importFindings(sender.clients, share, sender.through).then(
    () => undefined,
    (error: unknown) => error as Error,
  );
};

const sendAll = async (shares: readonly Share[], senders: Senders): Promise<Sent> => {
  const failures: Error[] = [];
  const failed: Share[] = [];
  const unsendable = new Map<string, Share[]>();
  for (const share of shares) {
    const problem = await sendShare(share, senders);
    if (problem === undefined) continue;
    failed.push(share);
    if (problem === 'foreign') unsendable.set(share.account, [...(unsendable.get(share.account) ?? []), share]);
    else failures.push(problem);
  }
  return { failures: [...failures, ...[...unsendable].map(([account, those]) => foreign(account, those))], failed };
};

/** Sends the findings of a report to Security Hub, Region by Region; with a history, what has passed since is closed once. Returns what went wrong. `targets`: what was judged. */
export const sendFindings = async (report: Report, words: Words, targets: readonly Target[]): Promise<readonly Error[]> => {
  const told = await toldTo('security-hub', words);
  const before = await told?.read();
  const findings = asffFindings(report, { all: words['all'] === true, ...(before && { history: before }) }) as Iterable<AddressedFinding>;
  const senders = openSenders(words, targets, parseArn(report.run.caller ?? '')?.account);
  const { failures, failed } = await sendAll(sharesOf(findings), senders).finally(senders.close);
  await told?.keep(keptOf(rememberedAfter(report, before), before, failed), report.run.time);
  return failures;
};
