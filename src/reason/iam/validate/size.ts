import type { PolicyKind, PolicySource } from '../../../model/policy.ts';
import { principalKindOf } from '../../arn.ts';
import { GRAMMARS } from './grammar.ts';
import { type Finding, finding } from './problem.ts';

/** How long a document may be. `characters`: without blanks between elements and in them, as IAM counts. */
interface Limit {
  readonly most: number;
  readonly counts: 'characters without blanks' | 'characters' | 'bytes';
  /** Above this, the account must have asked for more. */
  readonly usual?: number;
}

/**
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html (identity, trust and session policies; trust quota adjustable),
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html (long 5,120 for both; newer service control policies 10,240),
 * https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html, https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html,
 * https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html, https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_SetRepositoryPolicy.html
 */
const LIMITS: Readonly<Partial<Record<PolicyKind, Limit>>> = {
  inline: { most: 10_240, counts: 'characters without blanks' },
  managed: { most: 6_144, counts: 'characters without blanks' },
  boundary: { most: 6_144, counts: 'characters without blanks' },
  session: { most: 2_048, counts: 'characters' },
  trust: { most: 8_192, usual: 2_048, counts: 'characters without blanks' },
  scp: { most: 10_240, usual: 5_120, counts: 'characters' },
  rcp: { most: 5_120, counts: 'characters' },
  bucket: { most: 20_480, counts: 'bytes' },
  key: { most: 32_768, counts: 'bytes' },
  repository: { most: 10_240, counts: 'characters' },
  'vpc-endpoint': { most: 20_480, counts: 'characters' },
};

/** Inline policies of users and groups share less room than those of roles; AWS's own managed policies keep to no limit. */
const limitOf = ({ kind, arn = '' }: PolicySource): Limit | undefined => {
  if (arn.includes(':iam::aws:policy/')) return undefined;
  const limit = LIMITS[kind];
  if (kind !== 'inline' || limit === undefined) return limit;
  if (principalKindOf(arn) === 'user') return { ...limit, most: 2_048 };
  return /:group\//.test(arn) ? { ...limit, most: 5_120 } : limit;
};

const SURROGATES = /[\ud800-\udfff]/;

const bytesIn = (text: string): number => {
  if (SURROGATES.test(text))
    return Array.from(text).reduce((sum, character) => sum + (character.length === 2 ? 4 : bytesIn(character.replace(SURROGATES, '\u2026'))), 0);
  return text.length + (text.match(/[\u0080-\uffff]/g)?.length ?? 0) + (text.match(/[\u0800-\uffff]/g)?.length ?? 0);
};

const measure: Readonly<Record<Limit['counts'], (text: string) => number>> = {
  'characters without blanks': (text) => text.replace(/\s/g, '').length,
  characters: (text) => text.length,
  bytes: bytesIn,
};

/** A document that is too long for its kind, or longer than an account may have without asking. */
export const sizeProblems = (source: PolicySource): readonly Finding[] => {
  const limit = limitOf(source);
  if (limit === undefined) return [];
  const size = measure[limit.counts](source.text);
  const top = { pointer: '', offset: 0 };
  if (size > limit.most) return [finding('too-large', top, { message: `${size} ${limit.counts}; AWS takes at most ${limit.most} for this kind of policy` })];
  const { usual } = limit;
  return usual !== undefined && size > usual
    ? [finding('above-default-quota', top, { message: `${size} ${limit.counts}; without a raised quota AWS takes ${usual}` })]
    : [];
};

/** IAM takes tab, line feed, carriage return and U+0020 to U+00FF. Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html */
const OUTSIDE = /[^\t\n\r\u0020-\u00ff]/;

/** The first character that IAM or KMS refuse in a document. */
export const characterProblems = ({ kind, text }: PolicySource): readonly Finding[] => {
  const offset = GRAMMARS[kind].keeper === 'iam' || kind === 'key' ? text.search(OUTSIDE) : -1;
  if (offset < 0) return [];
  const code = (text.codePointAt(offset) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return [finding('invalid-character', { pointer: '', offset }, { message: `U+${code} is not among the characters that AWS takes in a policy` })];
};
