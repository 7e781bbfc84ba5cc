import type { Addresses } from '../data/permissions/storage.ts';
import type { Unknown } from '../model/fact.ts';
import { unknown } from '../model/fact.ts';
import type { Target } from '../model/target.ts';
import { addressesFor } from './addresses.ts';
import type { InputListing } from './input-listings.ts';
import { objectAbove, possibleObjects, readAt } from './input-listings.ts';
import type { Answer } from './permission/answers.ts';
import { isDenied, isOpen } from './permission/judge-answers.ts';

const prefixes: Addresses = addressesFor('training-input', 'checkpoint');

/** What the role reads for training: one object below each address, and after them each address that may be an object itself. */
export const trainingReads: Addresses = (target) => [...prefixes(target), ...possibleObjects(target)];

/** Whether policies say the same of both: then what lies there does not matter. */
const agree = (one: Answer, other: Answer): boolean => !isOpen(one) && !isOpen(other) && isDenied(one) === isDenied(other);

const notThereYet = ({ action, about }: Answer): Unknown =>
  unknown(
    'context',
    `nothing lies at ${about.resourceArn} yet, and policies decide about ${action} by whether an object of that name will, or objects below it`,
  );

/** The answers that count at one address, of that about the object and that about what lies below. */
const counting = (object: Answer, below: Answer, listing: InputListing): readonly Answer[] => {
  if (listing?.state === 'present' && listing.value.objects > 0) return readAt(listing.value).map((which) => (which === 'object' ? object : below));
  if (agree(object, below)) return [below];
  if (listing?.state === 'present') return [{ action: object.action, about: object.about, open: notThereYet(object) }];
  return listing?.state === 'unknown' ? [{ action: object.action, about: object.about, open: listing }] : [object, below];
};

/** The answers to `trainingReads` that count, by what lies at the addresses; without that, where policies tell an object from what lies below, they stay open. */
export const readAsListed = (answers: readonly Answer[], listings: readonly InputListing[], target: Target): readonly Answer[] => {
  const [below, objects] = [prefixes(target), possibleObjects(target)];
  const ofObjects = answers.slice(below.length);
  return below.flatMap((address, index) => {
    const answer = answers[index];
    const at = objectAbove(address, objects);
    const object = ofObjects[at];
    if (answer === undefined) return [];
    return object === undefined ? [answer] : counting(object, answer, listings[at]);
  });
};
