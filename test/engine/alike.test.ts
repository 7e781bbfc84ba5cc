import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openAlike } from '../../src/engine/alike.ts';
import type { Target } from '../../src/model/target.ts';
import { serverless } from '../support/targets.ts';

const targetOf = (region: string, endpointName: string, subnets: readonly string[]): Target =>
  serverless({ region, endpointName, ...(subnets.length > 0 && { vpcConfig: { subnets, securityGroupIds: [] } }) });

/** Looks at other fields in one Region than in the others, at presence, and at all fields. */
const question = (target: Target): string => {
  if (target.region === 'a') return 'vpcConfig' in target ? (target.vpcConfig?.subnets ?? []).join() : 'no VPC';
  return target.region === 'b' ? JSON.stringify({ ...target }) : `elsewhere ${target.account}`;
};

const word = fc.constantFrom('a', 'b', 'c');

describe('what is asked of targets that look alike', () => {
  test('has the answer that each would have alone, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word, fc.array(word, { maxLength: 2 })), { maxLength: 40 }), (rows) => {
        const once = openAlike()(question);
        const targets = rows.map((row) => targetOf(...row));
        expect(targets.map(once)).toEqual(targets.map(question));
      }),
    );
  });
  const counting = (ask: (target: Target) => unknown) => {
    let asked = 0;
    const once = openAlike()((target) => {
      asked += 1;
      return ask(target);
    });
    return { once, asked: () => asked };
  };
  test('is asked once, equal objects being equal', () => {
    const { once, asked } = counting(({ vpcConfig }) => vpcConfig?.subnets);
    for (const name of ['x', 'y', 'z']) once(targetOf('a', name, ['s-1']));
    expect(asked()).toBe(1);
    once(targetOf('a', 'x', ['s-2']));
    expect(asked()).toBe(2);
  });
  test('is asked each time where the answer looks at its target later', () => {
    const { once, asked } = counting((target) => ({ later: () => target.endpointName }));
    const later = (name: string): string => (once(targetOf('a', name, [])) as { readonly later: () => string }).later();
    expect([later('x'), later('y'), later('z')]).toEqual(['x', 'y', 'z']);
    expect(asked()).toBe(3);
  });
  test('is remembered of 500 at most, and answered of any number', () => {
    const { once, asked } = counting(({ endpointName }) => endpointName);
    const names = Array.from({ length: 1500 }, (_, index) => `e-${index}`);
    for (const name of [...names, ...names]) expect(once(targetOf('a', name, []))).toBe(name);
    expect(asked()).toBe(2500);
  });
});
