import type { Applicability } from '../model/rule.ts';
import type { HostingFeatures, ServerlessEndpointTarget } from '../model/target.ts';
import type { Judgement } from '../model/verdict.ts';
import { fail, pass } from '../model/verdict.ts';
import { isNonEmpty } from '../model/words.ts';
import { serverless } from './applicability.ts';

/** A feature that a plan names although serverless endpoints lack it. */
export interface NamedFeature {
  readonly field: readonly string[];
  /** What the plan says of it. */
  readonly observed: string;
}

/** A serverless endpoint whose features are known: none of these keys is one that could not be read. */
export const withKnown = (...fields: readonly (keyof HostingFeatures)[]): Applicability<ServerlessEndpointTarget> => ({
  accepts: (target): target is ServerlessEndpointTarget =>
    serverless.accepts(target) && fields.every((field) => !Object.hasOwn(target.unresolved ?? {}, field)),
  otherwise: serverless.otherwise,
  fields,
});

/** A feature, if the plan names it. */
export const feature = (holds: boolean | undefined, field: readonly string[], observed: string): readonly NamedFeature[] =>
  holds === true ? [{ field, observed }] : [];

/** Passes when a plan names nothing of what serverless endpoints lack; `lacking`: what they lack, as a noun phrase without article. */
export const judgeAbsence = ({ account, region, name }: ServerlessEndpointTarget, lacking: string, named: readonly NamedFeature[]): Judgement => {
  const subject = { account, region, kind: 'serverless-endpoint', name };
  const evidence = named.map(({ field, observed }) => ({ subject, observed, expected: `no ${lacking}`, field }));
  if (!isNonEmpty(evidence)) return pass(`the plan names no ${lacking}`);
  const why = `serverless endpoints have no ${lacking}`;
  return fail(
    `The plan names ${named.map(({ field }) => field.join('.')).join(' and ')}`,
    evidence,
    named.map(({ field }) => ({ kind: 'remove-field', field, why })),
  );
};
