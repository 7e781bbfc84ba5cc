import type { JumpStartModelTarget } from '../model/target.ts';
import type { OutputDataConfig, ResourceConfig, TrainingJob } from '../model/training.ts';
import type { Loan } from './loan.ts';
import type { Lifted } from './nested.ts';
import type { Manner, Notation } from './notation.ts';
import { assembled, at, channels, ignored, translate, within } from './notation.ts';
import type { DescribedJumpStartModel } from './schema/jumpstart-model.ts';

type Entry = DescribedJumpStartModel;
type Raw = Readonly<Record<string, unknown>>;

/** What a training job may hold in the words of CreateTrainingJob, where a target has shorter ones. */
const AS_AWS: Notation = {
  inputDataConfig: channels(['trainingJob', 'inputs'], ['trainingJob', 'fileSystems']),
  checkpointConfig: within({ s3Uri: at('trainingJob', 'checkpointUri'), ...ignored('localPath') }),
};

const AS_WRITTEN: Manner = { spelt: (key) => key, isOpen: () => false };

const isMap = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

/** An entry whose training job may be pasted from AWS: input channels and checkpoints in AWS's nesting. */
export const withTrainingJob = (raw: Raw): Lifted => {
  const { trainingJob } = raw;
  if (!isMap(trainingJob)) return { raw, loans: [] };
  const [pasted, own] = [true, false].map((wanted) => Object.fromEntries(Object.entries(trainingJob).filter(([key]) => Object.hasOwn(AS_AWS, key) === wanted)));
  const { carried } = translate(pasted ?? {}, AS_AWS, { from: ['trainingJob'], manner: AS_WRITTEN });
  const taken = assembled(carried)['trainingJob'] as Raw | undefined;
  return { raw: { ...raw, trainingJob: { ...taken, ...own } }, loans: carried.map(({ to, from }) => ({ to, from })) };
};

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
