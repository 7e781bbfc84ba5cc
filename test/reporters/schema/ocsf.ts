import * as z from 'zod';

// Compliance Finding of OCSF 1.7.0, as far as it is written here; times are milliseconds since 1970.
// https://schema.ocsf.io/1.7.0/classes/compliance_finding?profiles=cloud,datetime
const text = z.string().min(1);
const milliseconds = z.int().min(Date.UTC(2020, 0)).max(Date.UTC(2100, 0));

/** An identifier that goes with its word. */
const word = <const Words extends Readonly<Record<number, string>>>(words: Words) =>
  z.int().refine((id) => words[id] !== undefined, { error: 'no such identifier' });

const SEVERITIES = { 1: 'Informational', 2: 'Low', 3: 'Medium', 4: 'High', 5: 'Critical' } as const;
const STATUSES = { 1: 'New', 2: 'In Progress', 3: 'Suppressed', 4: 'Resolved' } as const;
const ACTIVITIES = { 1: 'Create', 2: 'Update', 3: 'Close' } as const;
const RESULTS = { 0: 'Unknown', 1: 'Pass', 2: 'Warning', 3: 'Fail' } as const;

const CLASS = 2003;

/** One event. */
export const OCSF_EVENT = z
  .strictObject({
    activity_id: word(ACTIVITIES),
    activity_name: text,
    category_uid: z.literal(2),
    category_name: z.literal('Findings'),
    class_uid: z.literal(CLASS),
    class_name: z.literal('Compliance Finding'),
    type_uid: z.int(),
    type_name: text,
    time: milliseconds,
    severity_id: word(SEVERITIES),
    severity: text,
    status_id: word(STATUSES),
    status: text,
    message: text,
    metadata: z.strictObject({
      version: z.literal('1.7.0'),
      profiles: z.tuple([z.literal('cloud'), z.literal('datetime')]),
      product: z.strictObject({ name: text, vendor_name: text, version: text }),
      event_code: text,
      uid: text,
    }),
    finding_info: z.strictObject({
      uid: text,
      title: text,
      desc: text,
      types: z.array(text).min(1),
      created_time: milliseconds,
      first_seen_time: milliseconds,
      last_seen_time: milliseconds,
      modified_time: milliseconds,
      analytic: z.strictObject({ type_id: z.literal(1), type: z.literal('Rule'), uid: text, name: text }),
    }),
    compliance: z.strictObject({
      status_id: word(RESULTS),
      status: text,
      control: text,
      standards: z.array(text).min(1),
      status_details: z.array(text),
    }),
    remediation: z.strictObject({ desc: text, references: z.array(z.url()) }).optional(),
    resources: z.array(z.strictObject({ uid: text, name: text, type: text, cloud_partition: text, region: text })).min(1),
    cloud: z.strictObject({
      provider: z.literal('AWS'),
      region: text,
      account: z.strictObject({ uid: z.string().regex(/^\d{12}$/), type_id: z.literal(10), type: z.literal('AWS Account') }),
    }),
  })
  .refine(({ activity_id, type_uid }) => type_uid === CLASS * 100 + activity_id, { error: 'type_uid is class and activity' })
  .refine(({ severity_id, severity }) => SEVERITIES[severity_id as keyof typeof SEVERITIES] === severity, { error: 'severity and its id differ' })
  .refine(({ status_id, status }) => STATUSES[status_id as keyof typeof STATUSES] === status, { error: 'status and its id differ' })
  .refine(({ compliance: { status_id, status } }) => RESULTS[status_id as keyof typeof RESULTS] === status, { error: 'result and its id differ' });

export type OcsfEvent = z.infer<typeof OCSF_EVENT>;
