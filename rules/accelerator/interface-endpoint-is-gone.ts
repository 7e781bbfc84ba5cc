import { fact } from '../../src/model/fact.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { leftBehind } from '../../src/reason/accelerators.ts';

export const interfaceEndpointIsGone = defineRule({
  id: 'accelerator/interface-endpoint-is-gone',
  title: 'Elastic Inference has left no interface endpoint behind',
  severity: 'note',
  basis: 'documented',
  why: 'The service has ended, so that its interface endpoints lead nowhere; each is paid for by the hour in each zone, and takes an address of each subnet.',
  fix: 'Delete the interface endpoint, and the security group that only it has.',
  docs: [
    'https://docs.aws.amazon.com/cli/latest/reference/elastic-inference/index.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
    'https://aws.amazon.com/privatelink/pricing/',
  ],
  appliesTo: leftBehind,
  needs: ({ region, interfaceEndpoint: { vpcId } }) => ({ endpoints: fact('ec2.vpcEndpoints', { vpcId, region }) }),
  judge: ({ endpoints }, { interfaceEndpoint: { vpcEndpointId } }) => {
    const endpoint = endpoints.value.find(({ id }) => id === vpcEndpointId);
    if (endpoint === undefined) return pass(`${vpcEndpointId} does not exist any more`);
    const observed = `${endpoint.state}, in ${endpoint.subnetIds.length} subnets`;
    return fail(`${vpcEndpointId} leads nowhere`, [
      { subject: endpoint.arn, observed, expected: 'no such endpoint', field: ['interfaceEndpoint', 'vpcEndpointId'] },
    ]);
  },
});
