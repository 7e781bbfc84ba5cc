import type { HttpAnswer } from './aws-error.ts';
import type { AwsRequest } from './aws-request.ts';
import { jsonAnswer } from './stub-quotas.ts';

/** A management event as an account's trail holds it. */
export interface TrailedEvent {
  readonly account: string;
  readonly region: string;
  /** As the event names its resource. */
  readonly resource: string;
  /** ISO 8601. */
  readonly time: string;
  /** `iam.amazonaws.com`. */
  readonly source: string;
  readonly name: string;
  readonly effect: 'read' | 'refused' | 'change';
  /** ARN. */
  readonly who: string;
}

/** STUB of CloudTrail's event history: moto has no LookupEvents. */
export interface TrailStub {
  readonly add: (event: TrailedEvent) => void;
  /** Undefined: this call is moto's. */
  readonly answer: (request: AwsRequest) => HttpAnswer | undefined;
}

const SECOND = 1_000;

const described = ({ time, source, name, effect, who, resource }: TrailedEvent, index: number) => {
  const EventId = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
  const detail = {
    eventVersion: '1.11',
    userIdentity: { type: 'AssumedRole', arn: who },
    readOnly: effect === 'read',
    ...(effect === 'refused' && { errorCode: 'AccessDenied' }),
  };
  return {
    EventId,
    EventName: name,
    ReadOnly: String(effect === 'read'),
    EventTime: Date.parse(time) / SECOND,
    EventSource: source,
    Username: who.slice(who.lastIndexOf('/') + 1),
    Resources: [{ ResourceName: resource }],
    CloudTrailEvent: JSON.stringify(detail),
  };
};

const asked = ({ LookupAttributes }: AwsRequest['input']): unknown =>
  (LookupAttributes as readonly { readonly AttributeValue: string }[] | undefined)?.[0]?.AttributeValue;

/** Makes the stub, with nothing that happened. One page holds what is asked for, newest first, as AWS gives it. */
export const trailStub = (): TrailStub => {
  const events: TrailedEvent[] = [];
  return {
    add: (event) => void events.push(event),
    answer: ({ service, operation, account, region, input }) => {
      if (service !== 'cloudtrail' || operation !== 'LookupEvents') return undefined;
      const [from, to] = [Number(input['StartTime']) * SECOND, Number(input['EndTime']) * SECOND];
      const found = events
        .map((event, index) => ({ event, index, at: Date.parse(event.time) }))
        .filter(({ event, at }) => event.account === account && event.region === region && event.resource === asked(input) && at >= from && at <= to)
        .toSorted((a, b) => b.at - a.at);
      const limit = Number(input['MaxResults'] ?? 50);
      const start = Number(input['NextToken'] ?? 0);
      const next = start + limit;
      return jsonAnswer({
        Events: found.slice(start, next).map(({ event, index }) => described(event, index)),
        ...(next < found.length && { NextToken: String(next) }),
      });
    },
  };
};
