import type { Event } from '@aws-sdk/client-cloudtrail';
import { answered, defineOperation } from '../operation.ts';

/** What CloudTrail is asked for: the events of one resource in a time. */
export interface OfResource {
  /** As events name it: a name, an id or an ARN, by service. */
  readonly resourceName: string;
  /** ISO 8601, both included. */
  readonly from: string;
  readonly to: string;
}

/** One management event, as far as it tells of a change. */
export interface TrailEvent {
  /** ISO 8601. */
  readonly time: string;
  /** `service:Operation`. */
  readonly event: string;
  /** ARN of who made the call; where there is none, the name or the service that CloudTrail tells. */
  readonly who: string;
  readonly eventId: string;
  readonly effect: 'read' | 'refused' | 'change';
}

/** The newest events first; `more`: older ones were not fetched. */
export interface TrailEvents {
  readonly events: readonly TrailEvent[];
  readonly more: boolean;
}

// Two lookups a second and Region are allowed: a role that is assumed all day has too many events to read them all.
const MOST_PAGES = 4;
const PAGE = 50;

const detailIn = (text: string | undefined): Readonly<Record<string, unknown>> => {
  try {
    return Object(JSON.parse(text ?? '{}')) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
};

/** Source: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html */
const whoIn = (detail: Readonly<Record<string, unknown>>, name: string | undefined): string => {
  const { arn, invokedBy, principalId, type } = Object(detail['userIdentity']) as Readonly<Record<string, unknown>>;
  return String([arn, name, invokedBy, principalId, type].find((one) => typeof one === 'string' && one !== '') ?? 'somebody that CloudTrail does not name');
};

const effectOf = ({ ReadOnly }: Event, detail: Readonly<Record<string, unknown>>): TrailEvent['effect'] => {
  if (ReadOnly === 'true' || detail['readOnly'] === true) return 'read';
  return detail['errorCode'] === undefined ? 'change' : 'refused';
};

const trailEvent = (event: Event): TrailEvent => {
  const detail = detailIn(event.CloudTrailEvent);
  return {
    time: answered(event.EventTime, 'EventTime').toISOString(),
    event: `${answered(event.EventSource, 'EventSource').replace(/\.amazonaws\.com$/, '')}:${answered(event.EventName, 'EventName')}`,
    who: whoIn(detail, event.Username),
    eventId: answered(event.EventId, 'EventId'),
    effect: effectOf(event, detail),
  };
};

/** Management events of one resource, of the last 90 days at most. Source: https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html */
export const lookupEvents = defineOperation({
  name: 'cloudtrail:LookupEvents',
  service: 'cloudtrail',
  actions: ['cloudtrail:LookupEvents'],
  serves: 'run',
  absentWhen: [],
  subject: ({ resourceName }: OfResource) => resourceName,
  send: async ({ resourceName, from, to }, route): Promise<TrailEvents> => {
    const { client, sdk } = await route.clients.open('cloudtrail', route.region);
    const asked = {
      LookupAttributes: [{ AttributeKey: 'ResourceName' as const, AttributeValue: resourceName }],
      StartTime: new Date(from),
      EndTime: new Date(to),
      MaxResults: PAGE,
    };
    const events: TrailEvent[] = [];
    let next: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const answer = await client.send(new sdk.LookupEventsCommand({ ...asked, ...(next !== undefined && { NextToken: next }) }), {
        abortSignal: route.signal,
      });
      route.onPage();
      events.push(...answered(answer.Events, 'Events').map(trailEvent));
      next = answer.NextToken;
      if (next === undefined) break;
    }
    return { events, more: next !== undefined };
  },
});
