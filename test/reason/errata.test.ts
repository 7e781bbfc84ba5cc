import { describe, expect, test } from '@jest/globals';
import { ERRATA } from '../../src/data/errata.ts';
import { errataIn } from '../../src/reason/errata.ts';
import { correctPolicy } from '../../src/reason/iam/validate/correct-policy.ts';
import { validatePolicy } from '../../src/reason/iam/validate/validate-policy.ts';
import { PRINTED_CONFIGURATIONS, PRINTED_POLICIES } from '../support/printed-mistakes.ts';

const ids = (text: string): readonly string[] => errataIn(text).map(({ id }) => id);
const corrected = (text: string): string => correctPolicy({ kind: 'managed', name: 'p', text })?.text ?? text;
const codes = (text: string): readonly string[] => [...new Set(validatePolicy({ kind: 'managed', name: 'p', text }, 'authored').map(({ code }) => code))];

describe('mistakes that guides print', () => {
  test('each has a reproduction', () =>
    expect(new Set([...PRINTED_POLICIES, ...PRINTED_CONFIGURATIONS].flatMap(({ errata }) => errata))).toEqual(new Set(ERRATA.map(({ id }) => id))));
  test.each(PRINTED_POLICIES)('$errata of $page', ({ text, errata, page }) => {
    expect(ids(text)).toEqual(errata);
    expect(errataIn(text).map((erratum) => erratum.page)).toContain(page);
  });
  test.each(PRINTED_CONFIGURATIONS)('$errata of $page', ({ text, errata }) => expect(ids(text)).toEqual(errata));
  test.each(PRINTED_POLICIES.filter(({ mended }) => mended !== undefined))('$errata is mended as it was meant', ({ text, mended, left }) => {
    expect(JSON.parse(corrected(text))).toEqual(mended);
    expect(codes(corrected(text))).toEqual(left ?? []);
    expect(ids(corrected(text))).toEqual([]);
  });
  test.each(PRINTED_POLICIES)('what is mended once needs no second time: $errata', ({ text }) => expect(corrected(corrected(text))).toBe(corrected(text)));
  test.each([
    'arn:aws:s3:::models/*',
    'arn:aws:s3:us-east-1:123456789012:accesspoint/a/object/x',
    'arn:aws:sagemaker:us-east-1:123456789012:training-job/*',
    'uri: 123456789012.dkr.ecr.us-east-1.amazonaws.com/trainer',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject","s3:ListBucket"],"Resource":["arn:aws:s3:::models/*","arn:aws:s3:::models"]}]}',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["logs:GetLogEvents","sagemaker:AddTags"],"Resource":["arn:aws:logs:*:*:*","arn:aws:sagemaker:*:*:*"]}]}',
    'AccessDenied: not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::models"',
  ])('%s is as it should be', (text) => expect(ids(text)).toEqual([]));
  test('hostile text is searched in moments', () => {
    const started = performance.now();
    for (const piece of ['"logs:a"', 'arn:aws:s3:', '} , {', '{"Effect":', 'arn:aws:s3:::bucket', ' ']) errataIn(piece.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(8_000);
  });
});
