import type { IamAction } from '../../model/words.ts';
import type { NeededPermission } from '../define.ts';

/** One of Service Quotas' reading actions, which decide on no resource. Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_servicequotas.html */
export const onQuotas = (action: IamAction): NeededPermission => ({ action, resources: ['*'], because: 'the action has no resource types' });
