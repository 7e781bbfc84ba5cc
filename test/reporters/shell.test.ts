import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { awsCommand, documentArgument, fromFile, outputOf, shellQuote } from '../../reporters/shell.ts';

const printed = (script: string): string => spawnSync('sh', ['-c', script], { encoding: 'utf8' }).stdout;

/** The arguments that the AWS CLI would get. */
const argumentsOf = (command: string): readonly string[] =>
  printed(`aws() { for one in "$@"; do printf '%s\\0' "$one"; done; }\n${command}`).split('\0').slice(0, -1);

// No shell can hold NUL, and no argument a lone surrogate.
const word = fc.oneof(fc.string({ unit: 'grapheme-ascii' }), fc.string({ unit: fc.constantFrom(...'\'"\\$`!*?~#&|;<>(){}[]= \n\t-ä模') }));

describe('quoting', () => {
  test('leaves plain words as they are', () => {
    expect(shellQuote('arn:aws-us-gov:iam::123456789012:role/Execution')).toBe('arn:aws-us-gov:iam::123456789012:role/Execution');
    expect(shellQuote("it's")).toBe(String.raw`'it'\''s'`);
    expect([shellQuote(''), shellQuote('a b'), shellQuote('=x'), shellQuote('~')]).toEqual(["''", "'a b'", "'=x'", "'~'"]);
  });
  test('gives the string back, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), (words) => {
        expect(printed(words.map((text) => `printf '%s\\0' ${shellQuote(text)}`).join('\n')).split('\0')).toEqual([...words, '']);
      }),
      { numRuns: 40 },
    );
  });
  test('nothing in a value becomes a command', () => {
    for (const evil of ['$(touch pwned)', '`id`', "'; id; '", '--output', 'a\nid']) expect(printed(`printf %s ${shellQuote(evil)}`)).toBe(evil);
  });
});

describe('commands', () => {
  test('short ones stand on one line', () => {
    expect(awsCommand(['ecr', 'get-login-password'], { region: 'eu-west-1', profile: undefined })).toBe('aws ecr get-login-password --region eu-west-1');
  });
  test('long ones have an option a line, and reach the program unchanged', () => {
    const document = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: "arn:aws-cn:s3:::it's/$HOME/*" }] };
    const command = awsCommand(['iam', 'put-role-policy'], {
      'role-name': 'my role',
      'policy-name': 'read',
      'policy-document': documentArgument(document),
      'no-cli-pager': true,
    });
    expect(command.split('\n')[0]).toBe('aws iam put-role-policy \\');
    const [, , , role, , , , text = '', last] = argumentsOf(command);
    expect([role, last]).toEqual(['my role', '--no-cli-pager']);
    expect(JSON.parse(text)).toEqual(document);
  });
  test('an output or a file may be a value; foreign text never is code', () => {
    const inner = awsCommand(['iam', 'get-policy'], { 'policy-arn': 'a b', query: 'Policy.DefaultVersionId' });
    expect(argumentsOf(awsCommand(['iam', 'x'], { 'version-id': outputOf('printf v3'), document: fromFile('new.json'), name: '$(id)' }))).toEqual([
      ...['iam', 'x', '--version-id', 'v3', '--document', 'file://new.json', '--name', '$(id)'],
    ]);
    expect(outputOf(inner).code).toBe(`"$(${inner})"`);
  });
  test('control characters are shown, so that a pasted command cannot act on the terminal', () => {
    expect(awsCommand(['iam', 'get-role'], { 'role-name': 'a\u001b\n' })).toBe("aws iam get-role --role-name 'a\\u{1b}\\u{a}'");
  });
});
