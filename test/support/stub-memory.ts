import type { AwsRequest } from './aws-request.ts';
import { interferences } from './interference.ts';
import { bucketStub } from './stub-buckets.ts';
import { ec2Stub } from './stub-ec2.ts';
import { imageStub } from './stub-images.ts';
import { layerStub } from './stub-layers.ts';
import { quotaStub } from './stub-quotas.ts';
import { sageMakerStub } from './stub-sagemaker.ts';
import { simulatorStub } from './stub-simulator.ts';
import { trailStub } from './stub-trail.ts';

/** A change of what moto answers, where moto itself would not store or say it. */
export interface Rewriting {
  /** IAM actions of the calls whose answers are changed. */
  readonly on: readonly string[];
  readonly account: string;
  readonly change: (body: string, request: AwsRequest) => string;
}

const makeStubs = async () => ({
  faults: interferences(),
  quotas: quotaStub(),
  buckets: bucketStub(),
  layers: await layerStub(),
  images: imageStub(),
  simulator: simulatorStub(),
  ec2: ec2Stub(),
  sagemaker: sageMakerStub(),
  trail: trailStub(),
  rewritings: [] as Rewriting[],
});

/** STUB: everything that a proxy plays itself. */
export type Stubs = Awaited<ReturnType<typeof makeStubs>>;

/** The stubs of a proxy, with all that they were told. */
export interface StubMemory {
  readonly stubs: () => Stubs;
  readonly tell: (told: (stubs: Stubs) => void) => void;
  /** Notes what was told up to now. Called, what is returned lets the stubs forget all that came after. */
  readonly remember: () => () => Promise<void>;
}

/** Makes stubs that were told nothing. */
export const makeStubMemory = async (): Promise<StubMemory> => {
  const told: ((stubs: Stubs) => void)[] = [];
  let stubs = await makeStubs();
  return {
    stubs: () => stubs,
    tell: (one) => {
      told.push(one);
      one(stubs);
    },
    remember: () => {
      const known = told.length;
      return async () => {
        await stubs.layers.stop();
        stubs = await makeStubs();
        told.length = known;
        for (const one of told) one(stubs);
      };
    },
  };
};
