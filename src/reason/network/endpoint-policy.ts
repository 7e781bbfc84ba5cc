import type { VpcEndpoint } from '../../model/facts/ec2.ts';
import { evaluate } from '../iam/evaluate.ts';
import type { EvalResult } from '../iam/types.ts';
import type { Use } from './use.ts';
import { ANYTHING, atGate, requestOf } from './use.ts';

/**
 * What an endpoint's policy says of a use that crosses it; one without a policy lets everything through.
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 */
export const throughEndpointPolicy = ({ id, vpcId, type, policy }: VpcEndpoint, use: Use): EvalResult =>
  atGate(
    evaluate(requestOf(use, { id, vpc: vpcId }, 'own'), {
      identity: [ANYTHING],
      scpLevels: [],
      rcpLevels: [],
      endpoint: { type: type === 'Gateway' ? 'gateway' : 'interface', policies: policy === undefined ? [] : [policy] },
    }),
    'vpc-endpoint',
  );
