import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { templatesIn, withoutTemplates } from '../../src/targets/template.ts';
import { readText } from '../../src/targets/yaml-text.ts';

const valueIn = (text: string): unknown => {
  const read = readText(withoutTemplates(text));
  return 'faults' in read ? read.faults : read.value;
};

describe('a template', () => {
  test.each([
    ['a: {{count}}', ['count']],
    ['a: {{ count }}', ['count']],
    ['a: ${run_id}', ['run_id']],
    ['a: "s3://b/${run_id}/{{name}}"', ['run_id', 'name']],
    ['a: s3://b/${run_id}', ['run_id']],
    ['{"a": {{count}}, "b": 1}', ['count']],
    ['{"a": ${count}}', ['count']],
    ['a:\n  - {{one}}\n  - ${two} # why', ['one', 'two']],
    ['a: [{{one}}, ${two}]', ['one', 'two']],
  ])('in %j is found, quoted or not', (text, names) => {
    expect(templatesIn(valueIn(text))).toEqual(names);
  });
  test.each(['a: x', 'a: {b: {c: 1}}', '{"a": {"b": {}}}', 'a: "{"', 'a: $5', 'a: "x, {y}"', 'a: [{b: 1}]'])('is not in %j', (text) => {
    expect(templatesIn(valueIn(text))).toEqual([]);
    expect(withoutTemplates(text)).toBe(text);
  });
  test('within quotes is left as it is', () => {
    const text = '{"a": "x, {{y}}, z", \'b\': \'${q}\'}';
    expect(withoutTemplates(text)).toBe(text);
  });
  test('never moves what stands behind it', () => {
    fc.assert(
      fc.property(fc.string(), fc.stringMatching(/^[\w.-]{1,9}$/), fc.string(), (before, name, after) => {
        const text = `${before}\na: {{${name}}}\nb: \${${name}}\n${after}`;
        const cleaned = withoutTemplates(text);
        expect(cleaned).toHaveLength(text.length);
        expect(cleaned.split('\n').length).toBe(text.split('\n').length);
      }),
    );
  });
});
