import { describe, expect, test } from '@jest/globals';
import { SAGEMAKER_QUOTAS, SERVERLESS_TOTAL_CONCURRENCY } from '../../src/data/quotas.ts';
import { REGIONS } from '../../src/data/regions.ts';
import { SAGEMAKER_REGISTRIES } from '../../src/data/registries.ts';
import type { Sourced } from '../../src/data/sourced.ts';
import {
  CONCURRENCY_OF_ENDPOINT,
  DOCUMENTED_SERVERLESS_QUOTAS,
  EPHEMERAL_DISK_GB,
  LARGEST_IMAGE_BYTES,
  MEMORY_SIZES_MB,
  SERVERLESS_REGIONS,
} from '../../src/data/serverless.ts';
import { partitionOf } from '../../src/reason/arn.ts';

const NEWEST_READING = '2026-11-21';
const TABLES: Readonly<Record<string, Sourced<unknown>>> = {
  CONCURRENCY_OF_ENDPOINT,
  DOCUMENTED_SERVERLESS_QUOTAS,
  EPHEMERAL_DISK_GB,
  LARGEST_IMAGE_BYTES,
  MEMORY_SIZES_MB,
  REGIONS,
  SAGEMAKER_QUOTAS,
  SAGEMAKER_REGISTRIES,
  SERVERLESS_REGIONS,
};

const FAMILIES = SAGEMAKER_REGISTRIES.values;
const CODES = new Set(REGIONS.values.map(({ code }) => code));
const PLACES = FAMILIES.flatMap(({ name, accounts }) => [...accounts].map(([region, account]) => ({ name, region, account })));

const repeated = <T>(list: readonly T[]): readonly T[] => list.filter((item, index) => list.indexOf(item) !== index);
const familiesOf = (account: string, region: string): readonly string[] =>
  PLACES.filter((place) => place.account === account && place.region === region).map(({ name }) => name);
const familyOf = (repository: string) => FAMILIES.find(({ repositories }) => repositories.includes(repository));

describe('every table', () => {
  test.each(Object.entries(TABLES))('%s says where it is from and how old it is', (_, { source, asOf }) => {
    expect(new URL(source).protocol).toBe('https:');
    expect(new Date(asOf).toISOString().slice(0, 10)).toBe(asOf);
    expect(asOf <= NEWEST_READING).toBe(true);
  });
});

describe('Regions', () => {
  test('stand once, in the partition that their code tells', () => {
    expect(repeated(REGIONS.values.map(({ code }) => code))).toEqual([]);
    expect(REGIONS.values.filter(({ code, partition }) => partitionOf(code) !== partition)).toEqual([]);
  });
  test('the 17 that are older than opting in need none', () => {
    const ofAws = REGIONS.values.filter(({ partition }) => partition === 'aws');
    expect(ofAws.filter(({ availability }) => availability === 'default')).toHaveLength(17);
    expect(ofAws.find(({ code }) => code === 'eu-central-1')?.availability).toBe('default');
    expect(ofAws.find(({ code }) => code === 'eu-central-2')?.availability).toBe('opt-in');
  });
});

describe('registries', () => {
  test('accounts are 12 digits, in Regions that exist', () => {
    expect(PLACES.filter(({ account }) => !/^\d{12}$/.test(account))).toEqual([]);
    expect(PLACES.filter(({ region }) => !CODES.has(region))).toEqual([]);
  });
  test('nothing was lost: families, places and accounts as counted in the sources', () => {
    expect(FAMILIES).toHaveLength(20);
    expect(new Set(PLACES.map(({ region, account }) => `${region}:${account}`)).size).toBe(455);
    expect(new Set(PLACES.map(({ account }) => account)).size).toBe(396);
  });
  test('no account stands in two partitions', () => {
    const pairs = new Set(PLACES.map(({ account, region }) => `${account} ${partitionOf(region)}`));
    expect(repeated([...pairs].map((pair) => pair.slice(0, 12)))).toEqual([]);
  });
  test('a name stands for one family, and so does a repository', () => {
    expect(repeated(FAMILIES.map(({ name }) => name))).toEqual([]);
    expect(repeated(FAMILIES.flatMap(({ repositories }) => repositories))).toEqual([]);
    expect(FAMILIES.filter(({ repositories }) => repositories.length === 0)).toEqual([]);
    expect(FAMILIES.flatMap(({ source }) => source ?? []).filter((source) => new URL(source).protocol !== 'https:')).toEqual([]);
  });
  test.each([
    ['763104351884', 'us-east-1', 'deep-learning-containers'],
    ['763104351884', 'eu-west-1', 'deep-learning-containers'],
    ['727897471807', 'cn-north-1', 'deep-learning-containers'],
    ['442386744353', 'us-gov-west-1', 'deep-learning-containers'],
    ['520713654638', 'us-east-1', 'framework-containers'],
    ['683313688378', 'us-east-1', 'xgboost-and-scikit-learn'],
    ['246618743249', 'us-west-2', 'xgboost-and-scikit-learn'],
    ['811284229777', 'us-east-1', 'text-and-vision-algorithms'],
    ['382416733822', 'us-east-1', 'tabular-algorithms'],
    ['301217895009', 'us-west-2', 'neo'],
    ['156813124566', 'us-east-1', 'model-monitor'],
  ])('%s in %s holds %s', (account, region, family) => {
    expect(familiesOf(account, region)).toEqual([family]);
  });
  test('an account that is AWS’s own elsewhere may hold nothing here', () => {
    expect(familiesOf('763104351884', 'ap-east-1')).toEqual([]);
    expect(familiesOf('683313688378', 'us-west-2')).toEqual([]);
    expect(familiesOf('123456789012', 'us-east-1')).toEqual([]);
  });
  test.each([
    ['sagemaker-xgboost', 'eu-central-1', '492215442770'],
    ['xgboost', 'eu-central-1', '813361260812'],
    ['pytorch-inference', 'ap-east-1', '871362719292'],
    ['sagemaker-scikit-learn', 'ap-southeast-2', '783357654285'],
    ['lda', 'eu-north-1', undefined],
  ])('the repository %s in %s is of account %s', (repository, region, account) => {
    expect(familyOf(repository)?.accounts.get(region)).toBe(account);
  });
});

describe('Serverless Inference', () => {
  test('six memory sizes, each a multiple of 1024 MB', () => {
    expect(MEMORY_SIZES_MB.values).toEqual([1, 2, 3, 4, 5, 6].map((gigabytes) => gigabytes * 1024));
  });
  test('the limits of one endpoint', () => {
    expect(CONCURRENCY_OF_ENDPOINT.values).toEqual({ least: 1, most: 200 });
    expect(LARGEST_IMAGE_BYTES.values).toBe(10_737_418_240);
    expect(EPHEMERAL_DISK_GB.values).toBe(5);
  });
  test('21 Regions, none in China, each with its documented quota', () => {
    const { totalConcurrency, endpointsPerRegion } = DOCUMENTED_SERVERLESS_QUOTAS.values;
    expect(new Set(SERVERLESS_REGIONS.values).size).toBe(21);
    expect(SERVERLESS_REGIONS.values.filter((region) => !CODES.has(region) || partitionOf(region) !== 'aws')).toEqual([]);
    expect([...totalConcurrency.keys()].sort()).toEqual([...SERVERLESS_REGIONS.values].sort());
    expect([totalConcurrency.get('us-east-1'), totalConcurrency.get('us-west-1'), endpointsPerRegion]).toEqual([1000, 500, 50]);
  });
});

describe('quotas', () => {
  test('codes have the form of Service Quotas, and each quota stands once', () => {
    expect(SAGEMAKER_QUOTAS.values.filter(({ code, serviceCode }) => !/^L-[0-9A-F]{8}$/.test(code) || serviceCode !== 'sagemaker')).toEqual([]);
    expect(repeated(SAGEMAKER_QUOTAS.values.map(({ code }) => code))).toEqual([]);
    expect(repeated(SAGEMAKER_QUOTAS.values.map(({ name }) => name))).toEqual([]);
  });
  test('the one that serverless endpoints share', () => {
    expect(SERVERLESS_TOTAL_CONCURRENCY.code).toBe('L-96300102');
    expect(SAGEMAKER_QUOTAS.values).toContain(SERVERLESS_TOTAL_CONCURRENCY);
  });
});
