/** An array that holds at least one element. */
export type NonEmpty<T> = readonly [T, ...T[]];

/** A documentation address; rules cite nothing else. */
export type Url = `https://${string}`;

/** An IAM action in AWS's own spelling, `service:Name`. */
export type IamAction = `${string}:${string}`;

/** Narrows a list to one that holds something. */
export const isNonEmpty = <T>(list: readonly T[]): list is NonEmpty<T> => list.length > 0;
