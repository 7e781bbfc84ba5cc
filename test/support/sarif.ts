import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

/** What the tests look at of a message. */
interface Text {
  readonly text: string;
}

interface Place {
  readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
  readonly region?: { readonly startLine: number; readonly startColumn?: number; readonly endLine: number };
}

export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly kind: string;
  readonly level: string;
  readonly rank?: number;
  readonly message: Text;
  readonly locations: readonly [{ readonly physicalLocation: Place; readonly logicalLocations: readonly [{ readonly fullyQualifiedName: string }] }];
  readonly partialFingerprints: { readonly primaryLocationLineHash: string; readonly 'sageready/v1': string };
  readonly baselineState?: string;
  readonly suppressions?: readonly { readonly justification: string }[];
  readonly properties?: Readonly<Record<string, unknown>>;
}

export interface SarifNotification {
  readonly descriptor: { readonly id: string; readonly index: number };
  readonly level: string;
  readonly message: Text;
  readonly associatedRule?: { readonly id: string; readonly index: number };
  readonly locations?: readonly [{ readonly physicalLocation: Place }];
}

export interface SarifRule {
  readonly id: string;
  readonly name: string;
  readonly shortDescription: Text;
  readonly fullDescription: Text;
  readonly help: { readonly text: string; readonly markdown: string };
  readonly helpUri?: string;
  readonly defaultConfiguration: { readonly level: string };
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface SarifRun {
  readonly tool: {
    readonly driver: { readonly name: string; readonly rules: readonly SarifRule[]; readonly notifications: readonly { readonly id: string }[] };
  };
  readonly automationDetails: { readonly id: string };
  readonly invocations: readonly [
    {
      readonly executionSuccessful: boolean;
      readonly toolExecutionNotifications: readonly SarifNotification[];
      readonly toolConfigurationNotifications: readonly SarifNotification[];
    },
  ];
  readonly results: readonly SarifResult[];
}

// The schema stands beside Multitool's binary, in the package for this platform.
const require = createRequire(import.meta.url);
/** Multitool's binary for this platform. */
export const MULTITOOL: string = require('@microsoft/sarif-multitool');

const schema = JSON.parse(readFileSync(join(dirname(MULTITOOL), 'sarif-2.1.0.json'), 'utf8'));
const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
const validate = ajv.compile(schema);

/** What a log has against the schema of SARIF 2.1.0. */
export const sarifFaults = (text: string): readonly string[] =>
  validate(JSON.parse(text)) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);

/** The single run of a log. */
export const sarifRun = (text: string): SarifRun => {
  const { runs } = JSON.parse(text) as { readonly runs: readonly SarifRun[] };
  const [run, ...others] = runs;
  if (run === undefined || others.length > 0) throw new Error(`the log has ${runs.length} runs`);
  return run;
};
