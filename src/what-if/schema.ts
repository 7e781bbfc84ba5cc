import * as z from 'zod';
import { protocolNumber } from '../reason/network/protocols.ts';
import type { ChangeCatalog, ChangeKind } from './change.ts';

const TEXT = z.string().min(1);
const PORTS = z.union([z.string(), z.int()]);
const HIGHEST_PROTOCOL = 255;
const isProtocol = (protocol: string | number): boolean => {
  const number = protocolNumber(String(protocol));
  return number === '-1' || (/^\d{1,3}$/.test(number) && Number(number) <= HIGHEST_PROTOCOL);
};
const PROTOCOL = z.union([z.string(), z.int()]).refine(isProtocol, 'is no protocol — name tcp, udp, icmp, icmpv6, esp, all or an IANA number');
const IDS = z.array(TEXT);
const MAP = z.record(z.string(), z.unknown());
const STRINGS = z.union([TEXT, z.array(TEXT).min(1)]);

const GROUP_RULE = { securityGroup: TEXT, protocol: PROTOCOL.exactOptional(), ports: PORTS.exactOptional(), peer: TEXT };
const ENTRY = { networkAcl: TEXT, number: z.int().min(1).max(32_766), direction: z.enum(['in', 'out']) };

const STATEMENT = z.strictObject({
  Sid: TEXT.exactOptional(),
  Effect: z.enum(['Allow', 'Deny']),
  Principal: z.union([z.literal('*'), z.record(z.string(), STRINGS)]).exactOptional(),
  Action: STRINGS,
  Resource: STRINGS.exactOptional(),
  Condition: z.record(z.string(), z.record(z.string(), STRINGS)).exactOptional(),
});

/** What each kind of change takes beside its verb and noun. */
export const SHAPES: { readonly [K in ChangeKind]: z.ZodType<ChangeCatalog[K]> & { readonly shape: Readonly<Record<string, unknown>> } } = {
  'add route': z.strictObject({ routeTable: TEXT, destination: TEXT, target: TEXT }),
  'remove route': z.strictObject({ routeTable: TEXT, destination: TEXT }),
  'add egress': z.strictObject(GROUP_RULE),
  'remove egress': z.strictObject(GROUP_RULE),
  'add ingress': z.strictObject(GROUP_RULE),
  'remove ingress': z.strictObject(GROUP_RULE),
  'add network-acl-entry': z.strictObject({
    ...ENTRY,
    action: z.enum(['allow', 'deny']),
    protocol: PROTOCOL.exactOptional(),
    ports: PORTS.exactOptional(),
    cidr: TEXT,
  }),
  'remove network-acl-entry': z.strictObject(ENTRY),
  'add endpoint': z.strictObject({
    vpc: TEXT,
    service: TEXT,
    routeTables: IDS.exactOptional(),
    subnets: IDS.exactOptional(),
    securityGroups: IDS.exactOptional(),
    privateDns: z.boolean().exactOptional(),
  }),
  'remove endpoint': z.strictObject({ endpoint: TEXT }),
  'set endpoint-policy': z.strictObject({ endpoint: TEXT, policy: z.union([TEXT, MAP]) }),
  'add statement': z.strictObject({ policyOf: TEXT, policy: TEXT.exactOptional(), statement: STATEMENT }),
  'remove statement': z.strictObject({ policyOf: TEXT, policy: TEXT.exactOptional(), sid: TEXT.exactOptional(), position: z.int().min(1).exactOptional() }),
};

/** Every kind of change. */
export const CHANGE_KINDS = Object.keys(SHAPES) as readonly ChangeKind[];

/** The outermost map. */
export const CHANGES_FILE = z.strictObject({ version: z.literal(1), changes: z.array(z.unknown()).min(1) });
