import type { AwsRefusal } from './aws-error.ts';
import type { AwsRequest } from './aws-request.ts';

/** What may go wrong on the way: a refusal in AWS's words, or something that is no answer of AWS at all. */
export type Fault = AwsRefusal | 'reset' | 'undecodable' | 'silence' | { readonly slowBy: number };

/** When to go wrong, and how. */
export interface Interference {
  /** IAM actions (`s3:ListBucket`, not `s3:HeadBucket`), or `*` for every call. */
  readonly on: readonly string[];
  readonly fault: Fault;
  /** 12 digits; default: every account. */
  readonly account?: string;
  /** Narrows it to some calls. */
  readonly where?: (request: AwsRequest) => boolean;
  /** How often, then no more; default: always. */
  readonly times?: number;
}

/** All that shall go wrong. */
export interface Interferences {
  readonly add: (interference: Interference) => void;
  /** Takes away those of one account, or all. */
  readonly clear: (account?: string) => void;
  /** The fault of this request, counted. */
  readonly faultOf: (request: AwsRequest) => Fault | undefined;
  /** Whether an action is refused for this request's account, without counting. */
  readonly refuses: (request: AwsRequest, action: string) => boolean;
}

const concerns = ({ on, account, where }: Interference, request: AwsRequest, action: string): boolean =>
  (on.includes('*') || on.includes(action)) && (account === undefined || account === request.account) && (where?.(request) ?? true);

/** Makes an empty list. The first that concerns a request decides. */
export const interferences = (): Interferences => {
  let list: { readonly interference: Interference; left: number }[] = [];
  const matching = (request: AwsRequest, action: string) => list.find(({ interference, left }) => left > 0 && concerns(interference, request, action));
  return {
    add: (interference) => void list.push({ interference, left: interference.times ?? Number.POSITIVE_INFINITY }),
    clear: (account) => {
      list = account === undefined ? [] : list.filter(({ interference }) => interference.account !== account);
    },
    faultOf: (request) => {
      const found = matching(request, request.action);
      if (found !== undefined) found.left -= 1;
      return found?.interference.fault;
    },
    refuses: (request, action) => matching(request, action)?.interference.fault === 'access-denied',
  };
};
