import type { Address } from '../data/permissions/storage.ts';
import type { Fact, FactRequest } from '../model/fact.ts';
import { fact } from '../model/fact.ts';
import type { S3Prefix } from '../model/facts/s3.ts';
import type { Target } from '../model/target.ts';
import { addressesFor } from './addresses.ts';
import { plannedPlaces } from './places.ts';
import type { ObjectLocation } from './references.ts';
import { regionAt } from './requests.ts';

const isOpenEnded = ({ key }: ObjectLocation): boolean => key !== '' && !key.endsWith('/');

/** Channels whose address may be the key of an object, the beginning of several keys, or both: S3 alone knows. */
const openEnded = (target: Target): readonly ObjectLocation[] =>
  plannedPlaces(target).flatMap(({ purpose, location }) =>
    purpose === 'training-input' && location?.via === 'bucket' && isOpenEnded(location) ? [location] : [],
  );

/** The addresses of channels that may be objects themselves. */
export const possibleObjects = (target: Target): readonly Address[] => openEnded(target).map(({ bucket, key }) => ({ bucket, uri: `s3://${bucket}/${key}` }));

/** What lies at the addresses that may be objects, in their order. */
export const inputListings = (target: Target): readonly FactRequest<'s3.prefix'>[] =>
  openEnded(target).map(({ bucket, key }) => fact('s3.prefix', { bucket, prefix: key, region: regionAt(target, bucket) }));

/** A listing that was asked for; undefined: it was not. */
export type InputListing = Fact<'s3.prefix'> | undefined;

/** What a channel reads where S3 lists this: the one object that it names, what begins like it, or both. */
export const readAt = ({ isObject, objects, truncated }: S3Prefix): readonly ('object' | 'below')[] => {
  if (!isObject) return ['below'];
  return objects > 1 || truncated ? ['object', 'below'] : ['object'];
};

/** Where among the addresses that may be objects the one stands that this one lies below; -1: nowhere. */
export const objectAbove = ({ uri, standIn = '' }: Address, objects: readonly Address[]): number =>
  standIn.startsWith('/') ? objects.findIndex((one) => one.uri === uri.slice(0, -standIn.length)) : -1;

/** An address that a channel reads. `either`: the channel's own address, where it may mean this or the other of object and what lies below; S3 was not seen to list which. */
export interface InputAddress extends Address {
  readonly either?: string;
}

/** The addresses of channels, as far as S3 lists them; where a listing was not asked for, one below each. */
export const inputAddresses = (target: Target, listings: readonly InputListing[]): readonly InputAddress[] => {
  const objects = possibleObjects(target);
  return addressesFor('training-input')(target).flatMap((below) => {
    const at = objectAbove(below, objects);
    const [object, listing] = [objects[at], listings[at]];
    if (object === undefined || listing === undefined) return [below];
    if (listing.state !== 'present' || listing.value.objects === 0) return [object, below].map((one) => ({ ...one, either: object.uri }));
    return readAt(listing.value).map((which) => (which === 'object' ? object : below));
  });
};
