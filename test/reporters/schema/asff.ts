import * as z from 'zod';

// The shape and lengths that BatchImportFindings accepts.
// https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-findings-format-syntax.html
// https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_AwsSecurityFinding.html
const text = (most: number) => z.string().max(most).regex(/\S/);
const time = z.iso.datetime();
const severity = z.strictObject({ Label: z.enum(['INFORMATIONAL', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL']), Original: text(64) });
const types = z
  .array(z.string().regex(/^(Software and Configuration Checks|TTPs|Effects|Unusual Behaviors|Sensitive Data Identifications)(\/[^/]+){0,2}$/))
  .max(50);

/** A record of at most so many pairs. */
const pairs = (key: number, value: number) => z.record(text(key), text(value)).refine((record) => Object.keys(record).length <= 50);

const resource = z.strictObject({
  Type: text(256),
  Id: text(512),
  Partition: z.enum(['aws', 'aws-cn', 'aws-us-gov']).optional(),
  Region: text(16),
  Details: z.strictObject({ Other: pairs(127, 1023) }),
});

/** One finding in the AWS Security Finding Format. */
export const ASFF_FINDING = z.strictObject({
  SchemaVersion: z.literal('2018-10-08'),
  Id: text(512),
  ProductArn: z
    .string()
    .min(12)
    .max(2048)
    .regex(/^arn:[a-z-]+:securityhub:[a-z0-9-]+:(\d{12}):product\/\1\/default$/),
  ProductName: text(128),
  CompanyName: text(128),
  Region: text(16),
  GeneratorId: text(512),
  AwsAccountId: z.string().regex(/^\d{12}$/),
  Types: types,
  FirstObservedAt: time,
  LastObservedAt: time,
  CreatedAt: time,
  UpdatedAt: time,
  Severity: severity,
  FindingProviderFields: z.strictObject({ Severity: severity, Types: types }),
  Title: text(256),
  Description: text(1024),
  Remediation: z.strictObject({ Recommendation: z.strictObject({ Text: text(512), Url: z.url().max(2048).optional() }) }).optional(),
  ProductFields: pairs(128, 2048),
  Resources: z.array(resource).min(1).max(32),
  Compliance: z.strictObject({ Status: z.enum(['PASSED', 'WARNING', 'FAILED', 'NOT_AVAILABLE']) }),
  Workflow: z.strictObject({ Status: z.enum(['NEW', 'NOTIFIED', 'RESOLVED', 'SUPPRESSED']) }).optional(),
  RecordState: z.enum(['ACTIVE', 'ARCHIVED']),
});

export type AsffFinding = z.infer<typeof ASFF_FINDING>;

/** A finding of more than 240 kB is refused. */
export const LARGEST_FINDING = 240 * 1024;
