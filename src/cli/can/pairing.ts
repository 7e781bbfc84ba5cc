import { type ActionMetadata, actionsMeant, type IamMetadata, type ResourceType, serviceIn, splitAction } from '../../reason/iam/metadata.ts';
import { exampleArn, typesOfArn } from '../../reason/iam/resource-types.ts';
import { nearest } from '../../reason/nearest.ts';

/** One action with the resources that it is asked about. */
export interface Pairing {
  readonly action: string;
  /** ARNs or `*`. */
  readonly asked: readonly string[];
  /** Given resources that AWS never checks this action against. */
  readonly passedOver: readonly string[];
  /** Example ARNs of resources that the action needs too and that were not given. */
  readonly lacking: readonly string[];
  readonly notes: readonly string[];
}

/** Where example ARNs are set. */
export interface Place {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

const ANY = '*';

const unknownAction = (metadata: IamMetadata, action: string): readonly string[] => {
  const [prefix = '', name = ''] = splitAction(action) ?? [];
  const service = serviceIn(metadata, prefix);
  if (service === undefined) return [];
  const meant = nearest(
    name,
    Array.from(service.actions.values(), (known) => known.name),
  );
  return [`${action} is no action in the data of ${metadata.date}${meant === undefined ? '' : ` — did you mean ${prefix}:${meant}?`}`];
};

const isCovered = (type: ResourceType, known: ActionMetadata, resources: readonly string[]): boolean =>
  resources.includes(ANY) || resources.some((arn) => typesOfArn(known, arn)[0]?.name === type.name);

/** The types that the action needs and that no given resource is of; without any that is required, the first of those it may be asked about. */
const lackingTypes = (known: ActionMetadata, resources: readonly string[]): readonly ResourceType[] => {
  const required = known.types.filter(({ need }) => need === 'required').map(({ type }) => type);
  const lacking = required.filter((type) => !isCovered(type, known, resources));
  if (lacking.length > 0 || required.length > 0) return lacking;
  return resources.length > 0 ? [] : known.types.map(({ type }) => type);
};

const ofKnown = (action: string, known: ActionMetadata, resources: readonly string[], place: Place): Pairing => {
  if (known.types.length === 0) {
    return {
      action,
      asked: [ANY],
      passedOver: resources.filter((arn) => arn !== ANY),
      lacking: [],
      notes: [`${action} is about no single resource: only "*" is asked`],
    };
  }
  const asked = resources.filter((arn) => arn === ANY || typesOfArn(known, arn).length > 0);
  return {
    action,
    asked,
    passedOver: resources.filter((arn) => !asked.includes(arn)),
    lacking: lackingTypes(known, asked).map((type) => exampleArn(type, place)),
    notes: [],
  };
};

/** Which action is asked about which of the given resources. What the table does not hold is asked about all. */
export const pairingOf = (metadata: IamMetadata, action: string, resources: readonly string[], place: Place): Pairing => {
  const [known] = actionsMeant(metadata, action) ?? [];
  if (known !== undefined) return ofKnown(action, known, resources, place);
  return { action, asked: resources.length === 0 ? [ANY] : resources, passedOver: [], lacking: [], notes: unknownAction(metadata, action) };
};
