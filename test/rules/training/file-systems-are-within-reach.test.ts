import { fileSystemsAreWithinReach } from '../../../rules/training/file-systems-are-within-reach.ts';
import { present } from '../../../src/model/fact.ts';
import type { GroupRule } from '../../../src/model/facts/ec2.ts';
import type { FileSystemInput } from '../../../src/model/training.ts';
import { everything, group, https, toCidr } from '../../reason/network/networks.ts';
import { TWO_SUBNETS } from '../../support/network-facts.ts';
import { testRule } from '../../support/rule.ts';
import { jumpStartTraining, serverless } from '../../support/targets.ts';

const on = (...fileSystems: readonly FileSystemInput[]) => jumpStartTraining({ vpcConfig: TWO_SUBNETS, trainingJob: { fileSystems } });
const { vpcConfig: _, ...outside } = jumpStartTraining({ trainingJob: { fileSystems: [{ fileSystemId: 'fs-01234567', fileSystemType: 'EFS' }] } });
const sending = (...egress: readonly GroupRule[]) => ({ groups: [present(group({ egress }))] });
const tcp = (port: number): GroupRule => ({ protocol: 'tcp', ports: { from: port, to: port }, peer: toCidr('10.0.0.0/16') });
const LUSTRE = { fileSystemId: 'fs-0123456789abcdef0', fileSystemType: 'FSxLustre' };
const NFS = { fileSystemId: 'fs-01234567', fileSystemType: 'EFS' };

testRule(fileSystemsAreWithinReach, {
  target: on(LUSTRE),
  pass: {},
  fail: {
    'nothing is let out': sending(),
    'HTTPS only': sending(https(toCidr('0.0.0.0/0'))),
    'the port of the other service': sending(tcp(2049)),
    'one of two': { target: on(LUSTRE, NFS), ...sending(tcp(988)) },
  },
  cannotTell: {
    'it is let out, and who lets it in is not read': sending(tcp(988)),
    'everything is let out': { target: on(LUSTRE, NFS), ...sending(everything(toCidr('0.0.0.0/0'))) },
    'a type that is not named': { target: on({ fileSystemId: 'fs-01234567' }), ...sending() },
  },
  notApplicable: {
    'data in S3 alone': { target: jumpStartTraining({ vpcConfig: TWO_SUBNETS }) },
    'no VPC, which another rule judges': { target: outside },
    'a serverless endpoint': { target: serverless() },
  },
});
