import type { Address, Addresses } from '../data/permissions/storage.ts';
import type { Fact, FactRequest } from '../model/fact.ts';
import { fact } from '../model/fact.ts';
import type { Target } from '../model/target.ts';
import { addressesFor } from './addresses.ts';
import type { Answer } from './permission/answers.ts';
import { isDenied, isOpen } from './permission/judge-answers.ts';
import { plannedPlaces } from './places.ts';
import type { ObjectLocation } from './references.ts';
import { regionAt } from './requests.ts';

const isOpenEnded = ({ key }: ObjectLocation): boolean => key !== '' && !key.endsWith('/');

/** Channels whose address may be the key of an object, the beginning of several keys, or both: S3 alone knows. */
const openEnded = (target: Target): readonly ObjectLocation[] =>
  plannedPlaces(target).flatMap(({ purpose, location }) =>
    purpose === 'training-input' && location?.via === 'bucket' && isOpenEnded(location) ? [location] : [],
  );

const objectAt = ({ bucket, key }: ObjectLocation): Address => ({ bucket, uri: `s3://${bucket}/${key}` });

/** What the role reads for training: one object below each address, and after them each address that may be an object itself. */
export const trainingReads: Addresses = (target) => [...addressesFor('training-input', 'checkpoint')(target), ...openEnded(target).map(objectAt)];

/** What lies at the addresses that may be objects, in their order. */
export const inputListings = (target: Target): readonly FactRequest<'s3.prefix'>[] =>
  openEnded(target).map(({ bucket, key }) => fact('s3.prefix', { bucket, prefix: key, region: regionAt(target, bucket) }));

type Listing = Fact<'s3.prefix'> | undefined;

/** Whether policies say the same of both: then what lies there does not matter. */
const agree = (one: Answer, other: Answer): boolean => !isOpen(one) && !isOpen(other) && isDenied(one) === isDenied(other);

/** The answers that count at one address, of that about the object and that about what lies below. */
const counting = (object: Answer, below: Answer, listing: Listing): readonly Answer[] => {
  if (listing?.state === 'present') {
    const { isObject, objects, truncated } = listing.value;
    if (!isObject) return [below];
    return objects > 1 || truncated ? [object, below] : [object];
  }
  if (agree(object, below)) return [below];
  return listing?.state === 'unknown' ? [{ action: object.action, about: object.about, open: listing }] : [object, below];
};

/** The answers to `trainingReads` that count, by what lies at the addresses; without that, where policies tell an object from what lies below, they stay open. */
export const readAsListed = (answers: readonly Answer[], listings: readonly Listing[], target: Target): readonly Answer[] => {
  const prefixes = addressesFor('training-input', 'checkpoint')(target);
  const objects = answers.slice(prefixes.length);
  const uris = openEnded(target).map(({ bucket, key }) => `s3://${bucket}/${key}`);
  return prefixes.flatMap(({ uri, standIn = '' }, index) => {
    const below = answers[index];
    const at = standIn.startsWith('/') ? uris.indexOf(uri.slice(0, -standIn.length)) : -1;
    const object = objects[at];
    if (below === undefined) return [];
    return object === undefined ? [below] : counting(object, below, listings[at]);
  });
};
