import type { IamAction } from '../../model/words.ts';
import type { NeededPermission } from '../define.ts';

/** What is known of a repository before it is asked for; undefined comes from another fact. */
export interface RepositoryReference {
  readonly account: string | undefined;
  readonly region: string | undefined;
  readonly repository: string | undefined;
  readonly partition: string;
}

/** One action on one repository. */
export const onRepository = (action: IamAction, { account = '*', region = '*', repository, partition }: RepositoryReference): NeededPermission => {
  const resource = `arn:${partition}:ecr:${region}:${account}:repository/${repository ?? '*'}`;
  return { action, resources: [resource], ...(resource.includes('*') && { because: 'the image is known only from another fact' }) };
};
