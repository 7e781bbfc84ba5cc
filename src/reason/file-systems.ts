import type { GroupRule, PortRange, SecurityGroup } from '../model/facts/ec2.ts';
import type { Applicability } from '../model/rule.ts';
import type { Target } from '../model/target.ts';
import type { FileSystemInput, TrainingJob } from '../model/training.ts';
import { portsOf, speaksOf } from './network/protocols.ts';
import type { Traffic } from './network/traffic.ts';
import type { WithVpc } from './planned.ts';
import { inVpc } from './planned.ts';

/** A plan whose training reads from file systems. */
export type ReadingFileSystems = Target & { readonly trainingJob: TrainingJob & { readonly fileSystems: readonly FileSystemInput[] } };

// A template for the channels as a whole leaves open whether one of them is a file system.
const FIELDS = ['trainingJob.inputs', 'trainingJob.fileSystems'];

export const readsFileSystems: Applicability<ReadingFileSystems> = {
  accepts: (target): target is ReadingFileSystems => (target.trainingJob?.fileSystems ?? []).length > 0,
  otherwise: 'the plan trains on no file system (FileSystemDataSource)',
  fields: FIELDS,
};

/** The same, in a VPC of the account. */
export const readsFileSystemsInVpc: Applicability<ReadingFileSystems & WithVpc> = {
  accepts: (target): target is ReadingFileSystems & WithVpc => readsFileSystems.accepts(target) && inVpc.accepts(target),
  otherwise: 'the plan trains on no file system (FileSystemDataSource), or in no VPC',
  fields: [...FIELDS, 'vpcConfig'],
};

interface Service {
  readonly name: string;
  /** Where clients speak to it. */
  readonly port: number;
}

// Ports: https://docs.aws.amazon.com/efs/latest/ug/network-access.html and https://docs.aws.amazon.com/fsx/latest/LustreGuide/limit-access-security-groups.html
const SERVICES: Readonly<Record<string, Service>> = { EFS: { name: 'Amazon EFS', port: 2049 }, FSxLustre: { name: 'Amazon FSx', port: 988 } };

/** The service that keeps a file system; undefined: the plan does not say. */
export const serviceOf = ({ fileSystemType = '' }: FileSystemInput): Service | undefined =>
  Object.hasOwn(SERVICES, fileSystemType) ? SERVICES[fileSystemType] : undefined;

const holds = ({ from, to }: PortRange, port: number): boolean => from <= port && port <= to;

const opens = (rule: GroupRule, { protocol, port }: Pick<Traffic, 'protocol'> & { readonly port: number }): boolean =>
  speaksOf(rule.protocol, { protocol }) && holds(portsOf(rule), port);

/** Whether some rule of the groups lets a TCP port out, to whatever address: where a file system lies, only its service tells. */
export const letsOut = (groups: readonly SecurityGroup[], port: number): boolean =>
  groups.some(({ egress }) => egress.some((rule) => opens(rule, { protocol: 'tcp', port })));
