import { listRoles } from '../../aws/operations/discovery.ts';
import { SAGEMAKER } from '../../reason/trust.ts';
import type { Findings } from './found.ts';
import { NOTHING } from './found.ts';
import type { Where } from './where.ts';
import { missing } from './where.ts';

/** The roles that SageMaker may be trusted by, beside what keeps them from being told. */
export interface FoundRoles {
  readonly findings: Findings;
  readonly trusting: readonly string[];
}

const OF_SERVICES = '/aws-service-role/';

/** Whether a trust policy, URL-encoded, names SageMaker; whether its conditions let it in is for a rule to say. */
const namesSageMaker = (trust: string): boolean => {
  try {
    return decodeURIComponent(trust).includes(`"${SAGEMAKER}"`);
  } catch {
    return false;
  }
};

/** Finds the roles whose trust policy names SageMaker; those that AWS keeps for itself are nobody's to mend. */
export const findRoles = async (where: Where): Promise<FoundRoles> => {
  const listing = await where.call(listRoles, where.region, {});
  if (listing.state === 'unknown') return { findings: missing(where, 'roles', listing), trusting: [] };
  const roles = listing.state === 'present' ? listing.value : [];
  return { findings: NOTHING, trusting: roles.filter(({ path, trust }) => !path.startsWith(OF_SERVICES) && namesSageMaker(trust)).map(({ arn }) => arn) };
};
