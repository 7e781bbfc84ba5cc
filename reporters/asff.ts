import type { Report, Reporter, ReporterOptions } from '../src/model/report.ts';
import type { Severity } from '../src/model/rule.ts';
import { partitionOf } from '../src/reason/arn.ts';
import { cut, shortened } from './cut.ts';
import type { Found, Standing } from './found/index.ts';
import { findingsOf } from './found/index.ts';
import { remedyTexts } from './found/remedy.ts';
import { resourceOf } from './found/resource.ts';
import { jsonText, visible } from './text.ts';
import { isoTime } from './time.ts';

// The lengths that BatchImportFindings accepts.
// https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_AwsSecurityFinding.html
const LONGEST = { title: 256, description: 1024, remedy: 512, type: 256, field: 2048, other: 1024, arn: 2048, id: 512 } as const;

const LABELS: Readonly<Record<Severity, string>> = { error: 'HIGH', warning: 'MEDIUM', note: 'LOW' };
const SCORES: Readonly<Record<Severity, string>> = { error: '8.0', warning: '5.5', note: '2.0' };
const STATUSES: Readonly<Record<Standing, string>> = { failed: 'FAILED', 'not-judged': 'WARNING', passed: 'PASSED', gone: 'NOT_AVAILABLE' };

const TYPES = ['Software and Configuration Checks'];

// The only partitions that the field accepts; it may be left out.
const PARTITIONS: readonly string[] = ['aws', 'aws-cn', 'aws-us-gov'];

// A text of blanks alone is refused.
const filled = (text: string): string => (/\S/.test(text) ? text : '-');

const severityOf = ({ standing, severity }: Found) =>
  standing === 'failed' ? { Label: LABELS[severity], Original: SCORES[severity] } : { Label: 'INFORMATIONAL', Original: '0.0' };

const productArn = ({ account, region }: Found): string => {
  const home = `arn:${partitionOf(region)}:securityhub:${region}:${account}`;
  return cut(`${home}:product/${account}/default`, LONGEST.arn);
};

const descriptionOf = ({ summary, details, targets }: Found): string =>
  shortened(filled([`${summary}.`, ...details.map((detail) => `${detail}.`), `Concerns: ${targets.join(', ')}.`].join(' ')), LONGEST.description);

const remedyOf = (text: string, [url]: readonly string[]) =>
  text === '' ? {} : { Remediation: { Recommendation: { Text: shortened(filled(text), LONGEST.remedy), ...(url !== undefined && { Url: visible(url) }) } } };

const fieldOf = (value: string): string => shortened(filled(visible(value)), LONGEST.field);

const fieldsOf = ({ rule, severity, targets, waiver }: Found, version: string): Readonly<Record<string, string>> => ({
  'sageready/Rule': fieldOf(rule),
  'sageready/Severity': severity,
  'sageready/Targets': fieldOf(targets.join(', ')),
  'sageready/Version': fieldOf(version),
  ...(waiver && { 'sageready/Waiver': fieldOf(`${waiver.reason} (${waiver.owner}, until ${waiver.expires})`) }),
});

const otherOf = (value: string): string => shortened(filled(value), LONGEST.other - 1);

const resourcesOf = ({ subject, region, summary, details }: Found) => {
  const { asff: type, type: kind, id, partition, region: home } = resourceOf(subject, region);
  return [
    {
      Type: shortened(type, LONGEST.type),
      Id: cut(filled(id), LONGEST.id),
      ...(PARTITIONS.includes(partition) && { Partition: partition }),
      Region: home,
      Details: { Other: { type: otherOf(kind), observed: otherOf(details.join('; ') || summary) } },
    },
  ];
};

// Only a finding that Security Hub does not know yet may say it; from then on it belongs to its readers.
const workflowOf = ({ course, waiver }: Found) => (course === 'new' ? { Workflow: { Status: waiver === undefined ? 'NEW' : 'SUPPRESSED' } } : {});

const timesOf = ({ firstSeen, lastSeen }: Found, now: string) => ({
  FirstObservedAt: firstSeen,
  LastObservedAt: lastSeen,
  CreatedAt: firstSeen,
  UpdatedAt: now,
});

const findingFor = ({ run }: Report) => {
  const now = isoTime(run.time);
  const remedy = remedyTexts();
  return (found: Found): object => ({
    SchemaVersion: '2018-10-08',
    Id: found.id,
    ProductArn: productArn(found),
    ProductName: 'sageready',
    CompanyName: 'sageready',
    Region: found.region,
    GeneratorId: cut(`sageready/${found.rule}`, LONGEST.id),
    AwsAccountId: found.account,
    Types: TYPES,
    ...timesOf(found, now),
    Severity: severityOf(found),
    FindingProviderFields: { Severity: severityOf(found), Types: TYPES },
    Title: shortened(filled(found.title), LONGEST.title),
    Description: descriptionOf(found),
    ...remedyOf(remedy(found), found.docs),
    ProductFields: fieldsOf(found, run.tool.version),
    Resources: resourcesOf(found),
    Compliance: { Status: STATUSES[found.standing] },
    ...workflowOf(found),
    RecordState: found.course === 'closed' ? 'ARCHIVED' : 'ACTIVE',
  });
};

/** The findings of a report as `BatchImportFindings` takes them, one by one. */
export const asffFindings = function* (report: Report, options: Pick<ReporterOptions, 'all' | 'history'>): Iterable<object> {
  const finding = findingFor(report);
  for (const found of findingsOf(report, options)) yield finding(found);
};

/**
 * The report for AWS Security Hub: an array for `BatchImportFindings`, a finding a line.
 * With what earlier runs reported (`history`), a finding keeps the day it was created, and one that has passed since is sent once more to close it.
 */
export const asff: Reporter = function* (report, options) {
  let separator = '[\n';
  for (const finding of asffFindings(report, options)) {
    yield `${separator}${jsonText(finding)}`;
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
};
