import { describe, expect, test } from '@jest/globals';
import { renderFix } from '../../../reporters/fixes/index.ts';
import type { Fix } from '../../../src/model/fix.ts';
import { OWNER_OF_FIX } from '../../../src/model/fix.ts';
import { EVERY_FIX, statementIn } from '../../support/report-fixes.ts';
import { ACCOUNT, REGION } from '../../support/targets.ts';

const PORT = { from: 443, to: 443 };
const joined = (fix: Fix): string => renderFix(fix).commands.join('\n').replaceAll(' \\\n  ', ' ');

describe('fixes of a network', () => {
  test.each<readonly [string, Fix, string]>([
    [
      'a table of an endpoint',
      EVERY_FIX['associate-route-table'],
      `aws ec2 modify-vpc-endpoint --vpc-endpoint-id vpce-0a1 --add-route-table-ids rtb-0c3 rtb-0d4 --region ${REGION}`,
    ],
    ['a gateway endpoint', EVERY_FIX['create-endpoint'], '--vpc-endpoint-type Gateway --service-name com.amazonaws.us-east-1.s3 --route-table-ids rtb-0c3'],
    [
      'an interface endpoint',
      { ...EVERY_FIX['create-endpoint'], place: { type: 'Interface', subnetIds: ['subnet-1', 'subnet-2'], groupIds: ['sg-1'] } },
      '--subnet-ids subnet-1 subnet-2 --security-group-ids sg-1 --private-dns-enabled',
    ],
    ['one attribute a call', EVERY_FIX['enable-vpc-dns'], '--enable-dns-hostnames'],
    [
      'an entry',
      EVERY_FIX['open-network-acl'],
      '--rule-number 90 --ingress --protocol 6 --rule-action allow --cidr-block 0.0.0.0/0 --port-range From=1024,To=65535',
    ],
    [
      'an entry for IPv6',
      { ...EVERY_FIX['open-network-acl'], entries: [{ number: 90, direction: 'out', protocol: '-1', cidr: '::/0' }] },
      '--egress --protocol -1 --rule-action allow --ipv6-cidr-block ::/0',
    ],
    [
      'a new route',
      EVERY_FIX['route-through-nat'],
      'aws ec2 create-route --route-table-id rtb-0c3 --destination-cidr-block 0.0.0.0/0 --nat-gateway-id nat-0a9',
    ],
    ['a route in place of another', { ...EVERY_FIX['route-through-nat'], replaces: true }, 'aws ec2 replace-route'],
  ])('%s', (_, fix, command) => {
    expect(joined(fix)).toContain(command);
    expect(OWNER_OF_FIX[fix.kind]).toBe('network');
  });
  test.each<readonly [Fix, object]>([
    [EVERY_FIX['open-egress'], { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, PrefixListIds: [{ PrefixListId: 'pl-63a5400a' }] }],
    [EVERY_FIX['open-ingress'], { IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: 'sg-0e5' }] }],
    [
      { ...EVERY_FIX['open-egress'], peer: { kind: 'cidr', cidr: '10.0.0.0/16' } },
      { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '10.0.0.0/16' }] },
    ],
    [
      { ...EVERY_FIX['open-ingress'], protocol: '17', ports: PORT, peer: { kind: 'cidr', cidr: '::/0' } },
      { IpProtocol: '17', FromPort: 443, ToPort: 443, Ipv6Ranges: [{ CidrIpv6: '::/0' }] },
    ],
  ])('a rule of a group: %j', (fix, permission) => {
    const [, document] = joined(fix).match(/--ip-permissions '(.*?)'/s) ?? [];
    expect(JSON.parse(document ?? '')).toEqual([permission]);
  });
  test.each(['pending', 'pendingAcceptance', 'failed', 'rejected'])('an endpoint that is %s is told what to do about', (state) => {
    expect(renderFix({ ...EVERY_FIX['repair-endpoint'], state }).text).toMatch(/(wait|accept|delete|create)/);
  });
  test('without a NAT gateway there is nothing to paste', () => {
    const { natGatewayId: _, ...none } = EVERY_FIX['route-through-nat'];
    expect(renderFix(none).commands).toEqual([]);
  });
  test('a denial in an endpoint’s policy is edited where it stands', () => {
    const holder = `arn:aws:ec2:${REGION}:${ACCOUNT}:vpc-endpoint/vpce-0a1`;
    const denial: Fix = { ...EVERY_FIX['amend-denial'], statement: statementIn('vpc-endpoint'), holder };
    expect(joined(denial)).toContain('--vpc-endpoint-ids vpce-0a1');
    expect(joined(denial)).toContain('--policy-document file://endpoint-policy.json');
  });
});
