import { unknown } from '../../src/model/fact.ts';
import type { NetworkPicture, PicturedPath } from '../../src/model/picture.ts';
import type { Finding, Report, TargetReport, Waiver } from '../../src/model/report.ts';
import type { NetworkTrace } from '../../src/model/trace.ts';
import { cannotTell, fail } from '../../src/model/verdict.ts';
import { fixtureReport, PICTURE, readyReport } from './report.ts';
import { ruleId } from './report-rules.ts';

const targetOf = (report: Report, index: number): TargetReport => {
  const target = [...report.targets][index];
  if (target === undefined) throw new Error(`the fixture has no target ${index}`);
  return target;
};

const named = (report: TargetReport, name: string): TargetReport => ({ ...report, target: { ...report.target, name } });

const ORGANISATION: Finding = {
  rule: ruleId('identity/deployer-exists'),
  verdict: cannotTell(
    unknown('access-denied', 'organisation policies were not readable — organizations:DescribeOrganization was refused', {
      actions: ['organizations:DescribeOrganization'],
    }),
  ),
};

/** Fifty endpoints of one team: most are ready but for what nobody may read, several lack the same role and bucket, and a few differ. */
export const fiftyTargets = (): Report => {
  const broken = targetOf(fixtureReport(), 0);
  const risky = targetOf(fixtureReport(), 2);
  const search = targetOf(fixtureReport(), 3);
  const ready = targetOf(readyReport(), 0);
  const open = { ...ready, findings: [...ready.findings, ORGANISATION] };
  const each = (index: number): TargetReport => {
    const name = `endpoint-${String(index + 1).padStart(2, '0')}`;
    if (index % 10 === 3) return named(broken, name);
    if (index === 17 || index === 18) return named(search, name);
    if (index === 30) return named(risky, name);
    return named(index % 4 === 0 ? open : ready, name);
  };
  return { ...fixtureReport(), targets: Array.from({ length: 50 }, (_, index) => each(index)) };
};

const WAIVER: Waiver = { reason: 'The team moves to eu-west-1 in January', owner: 'platform@example.com', expires: '2027-01-31', created: '2026-11-01' };

const waived = (finding: Finding, parts: number): Finding => {
  const { verdict } = finding;
  if (verdict.outcome !== 'fail') return finding;
  const fingerprints = verdict.evidence.map((_, index) => `${'0'.repeat(62)}${String(index).padStart(2, '0')}`);
  return { ...finding, fingerprints, waivers: Object.fromEntries(fingerprints.slice(0, parts).map((fingerprint) => [fingerprint, WAIVER])) };
};

/** One target of whose three failures one is waived as a whole and one in part, and one that is ready since its only failure is waived. */
export const waivedReport = (): Report => {
  const fraud = targetOf(fixtureReport(), 1);
  const parts = (rule: string): number => (rule === 'identity/role-may-read-artifact' || rule === 'endpoint/memory-size-is-offered' ? 1 : 0);
  const ready = targetOf(readyReport(), 0);
  const findings = fraud.findings.map((finding) => waived(finding, parts(finding.rule)));
  const memory = findings.find(({ rule }) => rule === 'endpoint/memory-size-is-offered');
  return {
    ...fixtureReport(),
    targets: [{ ...fraud, findings }, named({ ...ready, findings: [...ready.findings.slice(0, 1), ...(memory === undefined ? [] : [memory])] }, 'pilot')],
  };
};

const STOPPED: NetworkTrace = {
  kind: 'network',
  question: 'Does subnet-0a1b2c3d4e5f60001 reach Amazon S3?',
  verdict: 'stops',
  hops: [
    {
      stage: 'security-group-egress',
      from: 'sg-0a1b2c3d4e5f60001',
      to: 'subnet-0a1b2c3d4e5f60001',
      decidedBy: 'rule sgr-0a1b2c3d4e5f60001 lets TCP 443 out to pl-6da54004',
      verdict: 'passes',
    },
    { stage: 'network-acl-out', from: 'acl-0a1b2c3d4e5f60001', decidedBy: 'rule 100 allows all traffic to 0.0.0.0/0', verdict: 'passes' },
    {
      stage: 'route',
      from: 'rtb-0a1b2c3d4e5f60001',
      to: 'vpce-0a1b2c3d4e5f60001',
      decidedBy: 'pl-6da54004 leads to the gateway endpoint',
      verdict: 'passes',
    },
    {
      stage: 'endpoint-policy',
      from: 'vpce-0a1b2c3d4e5f60001',
      decidedBy: 'no statement of the endpoint’s policy allows s3:GetObject on arn:aws:s3:::churn-models/churn/model.tar.gz',
      verdict: 'stops',
    },
  ],
  notes: ['A NAT gateway would do instead of the endpoint, and costs.'],
};

const FROM_SECOND: PicturedPath = { from: 'subnet-0a1b2c3d4e5f60002', to: 'Amazon S3', verdict: 'passes', hops: [] };

const THREE_SUBNETS: NetworkPicture = {
  ...PICTURE,
  vpc: { id: 'vpc-0a1b2c3d4e5f60001', name: 'training', cidrs: ['10.0.0.0/16'] },
  subnets: [
    { id: 'subnet-0a1b2c3d4e5f60001', name: 'private-a', zone: 'us-east-1a', cidr: '10.0.1.0/24', freeAddresses: 12 },
    { id: 'subnet-0a1b2c3d4e5f60002', name: 'private-b', zone: 'us-east-1b', cidr: '10.0.2.0/24', freeAddresses: 250 },
    { id: 'subnet-0a1b2c3d4e5f60003', zone: 'us-east-1c', cidr: '10.0.3.0/24' },
  ],
  paths: [
    { from: 'subnet-0a1b2c3d4e5f60001', to: 'Amazon S3', verdict: 'stops', hops: STOPPED.hops },
    FROM_SECOND,
    { ...FROM_SECOND, to: 'com.amazonaws.us-east-1.ecr.api' },
    {
      from: 'subnet-0a1b2c3d4e5f60003',
      to: 'Amazon S3',
      verdict: 'unknown',
      hops: [{ stage: 'route', from: 'vpc-0a1b2c3d4e5f60001', decidedBy: 'its route tables belong to account 111122223333', verdict: 'unknown' }],
    },
  ],
};

/** One target in a VPC of three subnets: one does not reach S3, one does, and of one it is not known. */
export const networkReport = (): Report => {
  const fraud = targetOf(fixtureReport(), 1);
  const subject = 'arn:aws:ec2:us-east-1:123456789012:subnet/subnet-0a1b2c3d4e5f60001';
  const verdict = fail('One subnet of three does not reach Amazon S3', [{ subject, observed: 'stopped by the policy of the endpoint', trace: STOPPED }]);
  const finding: Finding = { rule: ruleId('artifact/bucket-exists'), verdict, fingerprints: ['0'.repeat(64)] };
  return { ...fixtureReport(), targets: [{ ...fraud, network: THREE_SUBNETS, findings: [finding] }] };
};
