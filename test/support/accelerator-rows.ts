import { absent, present } from '../../src/model/fact.ts';
import type { SecurityGroup, Subnet, VpcEndpoint } from '../../src/model/facts/ec2.ts';
import { endpoint, group, https, interfaceEndpoint, subnet, toGroup } from '../reason/network/networks.ts';

/** The interface endpoint of accelerators, beside that of S3. */
export const endpointsWith = (changes: Partial<VpcEndpoint> = {}) => present([endpoint(), interfaceEndpoint(changes)]);

/** Subnets by the letters of their zones, and the slots that stay empty. */
export const subnetsIn = (...letters: readonly string[]) => [...letters.map((letter) => present(subnet(letter, '10.0.0.0/24'))), absent];

/** Planned subnets by the letters of their zones. */
export const plannedIn = (...letters: readonly string[]) => letters.map((letter) => present<Subnet>(subnet(letter, '10.0.0.0/24')));

/** The group of the interface endpoint, which lets HTTPS in from the instances' group and nobody else. */
export const endpointGroup = (changes: Partial<SecurityGroup> = {}): SecurityGroup =>
  group({ id: 'sg-endpoint', name: 'endpoint', egress: [], ingress: [https(toGroup('sg-jobs'))], ...changes });
