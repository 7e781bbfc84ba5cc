// Each line below a directive must be a compile error; `tsc` fails when one of them compiles. Nothing here is ever run.
import { describePrefixLists, describeSubnets } from '../../src/aws/operations/ec2.ts';
import { describeKey, getKeyPolicy } from '../../src/aws/operations/kms.ts';
import type { Collector } from '../../src/collectors/define.ts';
import { defineCollector } from '../../src/collectors/define.ts';
import type { CollectedKind } from '../../src/collectors/index.ts';
import { COLLECTORS } from '../../src/collectors/index.ts';
import { absent } from '../../src/model/fact.ts';

const REGION = 'eu-west-1';

export const callingWhatWasNotDeclared = () =>
  defineCollector({
    kind: 'kms.keyPolicy',
    operations: [describeKey],
    region: () => REGION,
    calls: () => [],
    permissions: () => [],
    collect: async ({ keyArn }, call) => {
      // @ts-expect-error getKeyPolicy is not among the operations
      await call(getKeyPolicy, { keyArn });
      // @ts-expect-error nor may it be attempted
      await call.attempt(getKeyPolicy, { keyArn });
      // @ts-expect-error DescribeKey is asked by key id
      await call(describeKey, { keyArn });
      return absent;
    },
  });

export const askingForOneOfWhatWasNotDeclared = () =>
  defineCollector({
    kind: 'ec2.subnet',
    operations: [describeSubnets],
    region: () => REGION,
    calls: () => [],
    permissions: () => [],
    collect: async ({ subnetId }, call) => {
      await call.one(describeSubnets, subnetId);
      // @ts-expect-error describePrefixLists is not among the operations
      await call.one(describePrefixLists, subnetId);
      // @ts-expect-error a batched operation is asked for one thing, and is no call of its own
      await call(describeSubnets, { subnetId });
      return absent;
    },
  });

// @ts-expect-error a kind of fact without collector
export const incomplete: { readonly [K in CollectedKind]: Collector<K> } = { 'iam.role': COLLECTORS['iam.role'] };
