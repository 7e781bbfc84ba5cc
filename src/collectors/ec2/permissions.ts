import type { IamAction } from '../../model/words.ts';
import type { NeededPermission } from '../define.ts';

/** One of EC2's describing actions, which decide on no resource. Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html */
export const onAnything = (action: IamAction): NeededPermission => ({ action, resources: ['*'], because: 'the action has no resource types' });
