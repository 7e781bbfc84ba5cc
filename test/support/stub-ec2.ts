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

/** STUB of two answers of EC2: moto fails on the filter by name of DescribeVpcEndpointServices, and tells prefix lists without their CIDRs. */
export interface Ec2Stub {
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

const answering = (details: string): HttpAnswer => ({
  status: 200,
  headers: { 'content-type': 'text/xml' },
  body: `<DescribeVpcEndpointServicesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>STUB</requestId><serviceDetailSet>${details}</serviceDetailSet></DescribeVpcEndpointServicesResponse>`,
});

/** The CIDRs that moto gives as entries of the list of S3. */
const CIDRS = ['52.216.0.0/15', '3.5.0.0/19', '54.231.0.0/16'];
const withCidrs = (body: string): string => {
  const set = `<cidrSet>${CIDRS.map((cidr) => `<item>${cidr}</item>`).join('')}</cidrSet>`;
  return body.replaceAll(/<prefixListName>/g, `${set}<prefixListName>`);
};

/** Makes the stub: SageMaker's usual services are offered in three zones of every Region. */
export const ec2Stub = (): Ec2Stub => {
  const offered = new Map<string, readonly string[]>();
  const zonesOf = (region: string, service: string): readonly string[] => {
    const usual = EVERYWHERE.has(service.replace(`com.amazonaws.${region}.`, '')) ? ZONES : [];
    return (offered.get(`${region} ${service}`) ?? usual).map((letter) => `${region}${letter}`);
  };
  return {
    offer: ({ region, service, zones }) => void offered.set(`${region} ${service}`, zones),
    answer: (request) => {
      if (request.service !== 'ec2' || request.operation !== 'DescribeVpcEndpointServices') return undefined;
      const known = namesAsked(request).filter((service) => zonesOf(request.region, service).length > 0);
      return answering(known.map((service) => detailsOf(service, zonesOf(request.region, service))).join(''));
    },
    amend: (request, answer) =>
      request.service === 'ec2' && request.operation === 'DescribePrefixLists' && answer.status < 300
        ? { ...answer, body: withCidrs(`${answer.body}`) }
        : answer,
  };
};
