import type { JumpStartModelTarget } from '../model/target.ts';
import type { OutputDataConfig, ResourceConfig, TrainingJob } from '../model/training.ts';
import type { Loan } from './loan.ts';
import type { DescribedJumpStartModel } from './schema/jumpstart-model.ts';

type Entry = DescribedJumpStartModel;

const hosting = ({ trainingJob: _, ...entry }: Entry, name: string): JumpStartModelTarget => ({ ...entry, name, use: 'hosting' });

/** What an entry says once for both uses, and where the training job holds it. */
const SHARED = [
  ['instanceType', ['resourceConfig', 'instanceType']],
  ['initialInstanceCount', ['resourceConfig', 'instanceCount']],
  ['kmsKeyId', ['resourceConfig', 'volumeKmsKeyId']],
  ['outputPath', ['outputDataConfig', 's3OutputPath']],
  ['kmsKeyId', ['outputDataConfig', 'kmsKeyId']],
] as const satisfies readonly (readonly [keyof Entry, readonly [keyof TrainingJob, keyof ResourceConfig | keyof OutputDataConfig]])[];

type Groups = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

const lent = (entry: Entry) =>
  SHARED.filter(([key, [group, field]]) => entry[key] !== undefined && (entry.trainingJob as Groups | undefined)?.[group]?.[field] === undefined);

const groupOf = (entry: Entry, group: 'resourceConfig' | 'outputDataConfig') => {
  const taken = lent(entry).filter(([, [into]]) => into === group);
  const own = entry.trainingJob?.[group];
  return taken.length === 0 && own === undefined ? {} : { [group]: { ...own, ...Object.fromEntries(taken.map(([key, [, field]]) => [field, entry[key]])) } };
};

const jobOf = (entry: Entry): TrainingJob => ({ ...entry.trainingJob, ...groupOf(entry, 'resourceConfig'), ...groupOf(entry, 'outputDataConfig') });

/** What only hosting has, and what a training job holds itself. */
const NOT_OF_TRAINING = ['instanceType', 'initialInstanceCount', 'kmsKeyId', 'outputPath', 'endpointName', 'endpointConfigName', 'modelName'] as const;

const isOfTraining = (key: string): boolean => !(NOT_OF_TRAINING as readonly string[]).includes(key);

const training = (entry: Entry, name: string): JumpStartModelTarget => {
  const plan = Object.fromEntries(Object.entries(entry).filter(([key]) => isOfTraining(key))) as Omit<Entry, (typeof NOT_OF_TRAINING)[number]>;
  return { ...plan, name, use: 'training', trainingJob: jobOf(entry) };
};

/** The targets that an entry makes: one per use. One key serves volume, repackaged model and training output, unless the training job names its own. */
export const jumpStartTargets = (entry: Entry): readonly JumpStartModelTarget[] => {
  const { name, use } = entry;
  switch (use) {
    case 'hosting':
      return [hosting(entry, name)];
    case 'training':
      return [training(entry, name)];
    case 'both':
      return [hosting(entry, `${name} (hosting)`), training(entry, `${name} (training)`)];
    default:
      return use satisfies never;
  }
};

/** Where a training job holds what its entry says for both uses. */
export const jumpStartLoans = (entry: Entry): readonly Loan[] => lent(entry).map(([key, within]) => ({ to: ['trainingJob', ...within], from: [key] }));
