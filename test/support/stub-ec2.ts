import type { HttpAnswer } from './aws-error.ts';
import type { AwsRequest } from './aws-request.ts';

/** A service that VPC endpoints reach in some zones of a Region. */
export interface OfferedService {
  readonly region: string;
  /** E.g. `com.amazonaws.eu-west-1.sagemaker.api`. */
  readonly service: string;
  /** Letters; none: not offered. */
  readonly zones: readonly string[];
}

/** VPC Block Public Access of an account in a Region, with the ARNs that it excludes. */
export interface PublicAccessSetting {
  readonly account: string;
  readonly region: string;
  readonly mode: 'off' | 'block-bidirectional' | 'block-ingress';
  readonly excluded?: readonly string[];
}

/** STUB of answers of EC2: moto fails on the filter by name of DescribeVpcEndpointServices, tells prefix lists without their CIDRs, and lacks VPC Block Public Access. */
export interface Ec2Stub {
  readonly blockPublicAccess: (setting: PublicAccessSetting) => void;
  readonly offer: (offered: OfferedService) => void;
  /** Undefined: this call is moto's. */
  readonly answer: (request: AwsRequest) => HttpAnswer | undefined;
  /** What becomes of moto's answer. */
  readonly amend: (request: AwsRequest, answer: HttpAnswer) => HttpAnswer;
}

const ZONES = ['a', 'b', 'c'];
/** What is offered in every Region unless a test says otherwise, by what follows the Region in its name. */
const EVERYWHERE: ReadonlySet<string> = new Set([
  's3',
  'sagemaker.api',
  'sagemaker.runtime',
  'ecr.api',
  'ecr.dkr',
  'logs',
  'monitoring',
  'sts',
  'kms',
  'elastic-inference.runtime',
]);

const namesAsked = ({ input }: AwsRequest): readonly string[] =>
  Object.keys(input).flatMap((key) => (/^Filter\.1\.Value\.\d+$/.test(key) ? `${input[key]}` : []));

const detail = (service: string, type: string, zones: readonly string[]): string => {
  const items = zones.map((zone) => `<item>${zone}</item>`).join('');
  return `<item><serviceName>${service}</serviceName><serviceType><item><serviceType>${type}</serviceType></item></serviceType><availabilityZoneSet>${items}</availabilityZoneSet></item>`;
};

/** EC2 tells S3 twice, as a gateway and as an interface. */
const detailsOf = (service: string, zones: readonly string[]): string =>
  (service.endsWith('.s3') ? ['Gateway', 'Interface'] : ['Interface']).map((type) => detail(service, type, zones)).join('');

const answering = (operation: string, content: string): HttpAnswer => ({
  status: 200,
  headers: { 'content-type': 'text/xml' },
  body: `<${operation}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>STUB</requestId>${content}</${operation}Response>`,
});

/** What EC2 says of VPC Block Public Access; undefined: the call is about something else. */
const publicAccess = ({ operation }: AwsRequest, { mode, excluded = [] }: Pick<PublicAccessSetting, 'mode' | 'excluded'>): HttpAnswer | undefined => {
  if (operation === 'DescribeVpcBlockPublicAccessOptions')
    return answering(operation, `<vpcBlockPublicAccessOptions><internetGatewayBlockMode>${mode}</internetGatewayBlockMode></vpcBlockPublicAccessOptions>`);
  if (operation !== 'DescribeVpcBlockPublicAccessExclusions') return undefined;
  const items = excluded.map((arn) => `<item><resourceArn>${arn}</resourceArn><state>create-complete</state></item>`).join('');
  return answering(operation, `<vpcBlockPublicAccessExclusionSet>${items}</vpcBlockPublicAccessExclusionSet>`);
};

/** The CIDRs that moto gives as entries of the list of S3. */
const CIDRS = ['52.216.0.0/15', '3.5.0.0/19', '54.231.0.0/16'];
const withCidrs = (body: string): string => {
  const set = `<cidrSet>${CIDRS.map((cidr) => `<item>${cidr}</item>`).join('')}</cidrSet>`;
  return body.replaceAll(/<prefixListName>/g, `${set}<prefixListName>`);
};

/** Makes the stub: SageMaker's usual services are offered in three zones of every Region. */
export const ec2Stub = (): Ec2Stub => {
  const offered = new Map<string, readonly string[]>();
  const settings = new Map<string, PublicAccessSetting>();
  const zonesOf = (region: string, service: string): readonly string[] => {
    const usual = EVERYWHERE.has(service.replace(`com.amazonaws.${region}.`, '')) ? ZONES : [];
    return (offered.get(`${region} ${service}`) ?? usual).map((letter) => `${region}${letter}`);
  };
  return {
    blockPublicAccess: (setting) => void settings.set(`${setting.account} ${setting.region}`, setting),
    offer: ({ region, service, zones }) => void offered.set(`${region} ${service}`, zones),
    answer: (request) => {
      if (request.service !== 'ec2') return undefined;
      const blocked = publicAccess(request, settings.get(`${request.account} ${request.region}`) ?? { mode: 'off' });
      if (blocked !== undefined || request.operation !== 'DescribeVpcEndpointServices') return blocked;
      const known = namesAsked(request).filter((service) => zonesOf(request.region, service).length > 0);
      const details = known.map((service) => detailsOf(service, zonesOf(request.region, service))).join('');
      return answering(request.operation, `<serviceDetailSet>${details}</serviceDetailSet>`);
    },
    amend: (request, answer) =>
      request.service === 'ec2' && request.operation === 'DescribePrefixLists' && answer.status < 300
        ? { ...answer, body: withCidrs(`${answer.body}`) }
        : answer,
  };
};
