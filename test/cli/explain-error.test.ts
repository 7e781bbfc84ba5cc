import { describe, expect, test } from '@jest/globals';
import { RULES } from '../../rules/index.ts';
import { explainError } from '../../src/cli/explain/error.ts';
import { explainedText } from '../../src/cli/text/explained-error.ts';
import { MESSAGES } from './reported-messages.ts';

const explain = (message: string) => {
  const { rules, failures, authorization } = explainError(message, RULES);
  return { rules: rules.map(({ id }) => id), causes: failures.map(({ cause }) => cause), authorization };
};

/** As a traceback inside the JSON of a log shows it. */
const logged = (message: string): string =>
  `{"level": "error", "msg": ${JSON.stringify(`Traceback (most recent call last):\n  File "deploy.py", line 12, in <module>\nbotocore.exceptions.ClientError: ${message}`)}}`;

const broken = (message: string): string => `2026-11-21T10:00:00 ERROR "${message.replaceAll("'", '"').replaceAll(' ', '\n  ')}"\r\n\tat retry (3)`;

describe('errors that people paste', () => {
  test.each(MESSAGES)('$id is answered: $message', ({ message, cause, rules = [] }) => {
    const found = explain(message);
    expect(found.rules).toEqual(expect.arrayContaining([...rules]));
    if (cause !== undefined) expect(found.causes.join('\n')).toMatch(cause);
  });
  test.each(MESSAGES)('$id is answered alike in a log, with other quotes and line breaks', ({ message, cause, rules = [] }) => {
    const found = explain(broken(message));
    expect(found.rules).toEqual(expect.arrayContaining([...rules]));
    if (cause !== undefined) expect(found.causes.join('\n')).toMatch(cause);
  });
  test.each(MESSAGES)('$id is answered alike as a traceback in JSON', ({ message, cause, rules = [] }) => {
    const found = explain(logged(message));
    expect(found.rules).toEqual(expect.arrayContaining([...rules]));
    if (cause !== undefined) expect(found.causes.join('\n')).toMatch(cause);
  });
  test('every message that the reports tell of is here', () => {
    const numbers = new Set(MESSAGES.map(({ id }) => Number(/\d+/.exec(id)?.[0])));
    expect([...numbers].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 43 }, (_, index) => index + 1));
  });
  test('what no rule foresees is only what no reading of an account can tell', () =>
    expect(MESSAGES.filter(({ rules }) => rules === undefined).map(({ id }) => id)).toEqual(['E21', 'E33', 'E39', 'E41']));
  test('every answer says what to do: a rule’s remedy, or what to look at', () =>
    expect(MESSAGES.filter(({ message }) => !/Mend {3}|Look at/.test(explainedText(explainError(message, RULES), [])))).toEqual([]));
  test('what a guide prints wrongly is told, in a policy and in a single line', () => {
    const arn = explainedText(explainError('"Resource": "arn:aws:sagemaker:us-east-1:123456789012/*"', RULES), []);
    expect(arn).toMatch(/^A public guide prints it so:\n\n {2}Means {4}The account and the resource run together/);
    expect(arn).toContain('sageready policy lint FILE');
    expect(explainError('uri: arn:aws:ecr:us-east-1:123456789012:repository/x', RULES).errata.map(({ id }) => id)).toEqual(['registry-given-as-arn']);
  });
  test.each(['hello world', 'TypeError: undefined is not a function', 'The bucket you are attempting to access', '', '\u001b[31m', 'AWS'])(
    '%j is not known',
    (message) => {
      expect(explain(message)).toEqual({ rules: [], causes: [] });
      expect(explainedText(explainError(message, RULES), [])).toMatch(/^Nothing is known/);
    },
  );
  test('a message about one action does not name the rules of another', () => {
    const found = explain('User: arn:aws:iam::123456789012:user/a is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b/k');
    expect(found.rules).not.toContain('identity/deployer-may-pass-role');
    expect(found.rules).not.toContain('encryption/key-trusts-role');
  });
  test.each([
    ['SageMaker is unable to perform: sts:AssumeRole on the role arn:aws:iam::123456789012:role/Train', 'sagemaker.amazonaws.com'],
    [
      'User: arn:aws:sts::123456789012:assumed-role/Dev/me is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::123456789012:role/Train',
      'arn:aws:sts::123456789012:assumed-role/Dev/me',
    ],
  ])('who is refused to take on a role is who is asked about: %s', (message, who) => {
    expect(explainedText(explainError(message, RULES), [])).toContain(`sageready can ${who} sts:AssumeRole arn:aws:iam::123456789012:role/Train\n`);
  });
  test('a long log is searched in moments', () => {
    const noise = 'the role of the object in the bucket and the image for the container to be found '.repeat(2_000);
    const start = performance.now();
    expect(explain(`${noise} Please ensure that the object located at the URL is a valid tar.gz archive`.slice(-20_000)).causes.join()).toMatch(/gzipped tar/);
    explain(noise);
    expect(performance.now() - start).toBeLessThan(4_000);
  });
});

describe('a refusal', () => {
  test('is turned into the question that tells why', () => {
    const message = `An error occurred (AccessDeniedException) when calling the CreateModel operation: User: arn:aws:sts::123456789012:assumed-role/Dev/al'ice is not authorized to
      perform: iam:PassRole on resource: arn:aws:iam::123456789012:role/Exec because no identity-based policy allows the iam:PassRole action`;
    const text = explainedText(explainError(message.replace("'", ''), RULES), []);
    expect(text).toContain('sageready can arn:aws:sts::123456789012:assumed-role/Dev/alice iam:PassRole arn:aws:iam::123456789012:role/Exec');
    expect(text).toContain('no identity-based policy allows it');
    expect(text).toContain('identity/deployer-may-pass-role');
  });
});
