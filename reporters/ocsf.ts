import type { Report, Reporter } from '../src/model/report.ts';
import type { Severity } from '../src/model/rule.ts';
import { cut } from './cut.ts';
import type { Found, Standing } from './found/index.ts';
import { findingsOf } from './found/index.ts';
import { remedyTexts } from './found/remedy.ts';
import { resourceOf } from './found/resource.ts';
import { jsonText, visible } from './text.ts';
import { isoTime, millisecondsOf } from './time.ts';

// The numbers of Compliance Finding (class 2003) in OCSF 1.7.0: https://schema.ocsf.io/1.7.0/classes/compliance_finding
const VERSION = '1.7.0';
const CLASS = 2003;
const LONGEST_UID = 1024;

interface Word {
  readonly id: number;
  readonly word: string;
}

const SEVERITIES: Readonly<Record<Severity, Word>> = { error: { id: 4, word: 'High' }, warning: { id: 3, word: 'Medium' }, note: { id: 2, word: 'Low' } };
const INFORMATIONAL: Word = { id: 1, word: 'Informational' };
/** `Warning`: there is no result, since information is missing. */
const RESULTS: Readonly<Record<Standing, Word>> = {
  failed: { id: 3, word: 'Fail' },
  'not-judged': { id: 2, word: 'Warning' },
  passed: { id: 1, word: 'Pass' },
  gone: { id: 0, word: 'Unknown' },
};
const ACTIVITIES: Readonly<Record<Found['course'], Word>> = {
  new: { id: 1, word: 'Create' },
  known: { id: 2, word: 'Update' },
  closed: { id: 3, word: 'Close' },
};
const NEW: Word = { id: 1, word: 'New' };
const SUPPRESSED: Word = { id: 3, word: 'Suppressed' };
const RESOLVED: Word = { id: 4, word: 'Resolved' };

const stateOf = ({ course, waiver, standing }: Found): Word => {
  if (course === 'closed' || standing === 'passed') return RESOLVED;
  return waiver === undefined ? NEW : SUPPRESSED;
};

const metadataOf = ({ id, rule }: Found, { run }: Report, time: number) => ({
  version: VERSION,
  profiles: ['cloud', 'datetime'],
  product: { name: 'sageready', vendor_name: 'sageready', version: visible(run.tool.version) },
  event_code: rule,
  uid: cut(`${id}/${time}`, LONGEST_UID),
});

interface Seen {
  readonly first: number;
  readonly last: number;
  readonly now: number;
}

const infoOf = (found: Found, { first, last, now }: Seen) => ({
  uid: found.id,
  title: found.title,
  desc: found.summary,
  types: ['Software and Configuration Checks'],
  created_time: first,
  first_seen_time: first,
  last_seen_time: last,
  modified_time: now,
  analytic: { type_id: 1, type: 'Rule', uid: found.rule, name: found.title },
});

const waiverOf = ({ waiver }: Found): readonly string[] =>
  waiver === undefined ? [] : [visible(`waived until ${waiver.expires} by ${waiver.owner}: ${waiver.reason}`)];

const complianceOf = (found: Found) => ({
  status_id: RESULTS[found.standing].id,
  status: RESULTS[found.standing].word,
  control: found.rule,
  standards: ['sageready readiness', ...found.scenarios.map((scenario) => visible(`sageready ${scenario}`))],
  status_details: [...found.details, ...waiverOf(found), ...found.targets.map((name) => `concerns ${name}`)],
});

const remedyOf = (desc: string, docs: readonly string[]) => (desc === '' ? {} : { remediation: { desc, references: docs.map(visible) } });

const resourcesOf = ({ subject, region }: Found) => {
  const { id, name, type, partition, region: home } = resourceOf(subject, region);
  return [{ uid: id, name, type, cloud_partition: partition, region: home }];
};

const eventFor = (report: Report) => {
  const time = millisecondsOf(report.run.time);
  const today = isoTime(report.run.time);
  const at = (seen: string): number => (seen === today ? time : millisecondsOf(seen));
  const remedy = remedyTexts();
  return (found: Found): object => {
    const activity = ACTIVITIES[found.course];
    const severity = found.standing === 'failed' ? SEVERITIES[found.severity] : INFORMATIONAL;
    const status = stateOf(found);
    return {
      activity_id: activity.id,
      activity_name: activity.word,
      category_uid: 2,
      category_name: 'Findings',
      class_uid: CLASS,
      class_name: 'Compliance Finding',
      type_uid: CLASS * 100 + activity.id,
      type_name: `Compliance Finding: ${activity.word}`,
      time,
      severity_id: severity.id,
      severity: severity.word,
      status_id: status.id,
      status: status.word,
      message: found.summary,
      metadata: metadataOf(found, report, time),
      finding_info: infoOf(found, { first: at(found.firstSeen), last: at(found.lastSeen), now: time }),
      compliance: complianceOf(found),
      ...remedyOf(remedy(found), found.docs),
      resources: resourcesOf(found),
      cloud: { provider: 'AWS', region: found.region, account: { uid: found.account, type_id: 10, type: 'AWS Account' } },
    };
  };
};

/** The report as OCSF Compliance Findings, an event a line: what failed and what could not be judged, with `all` also what passed; times in milliseconds. */
export const ocsf: Reporter = function* (report, options) {
  const event = eventFor(report);
  for (const found of findingsOf(report, options)) yield `${jsonText(event(found))}\n`;
};
