import { pointerSegment } from '../../json-position.ts';
import type { JsonMember, JsonNode } from '../../json-tree.ts';
import type { Spot } from './problem.ts';

/** A JSON value and where it stands. */
export interface Place extends Spot {
  readonly node: JsonNode;
}

/** The value of an object member, with its key. */
export interface MemberPlace extends Place {
  readonly key: string;
  readonly keySpot: Spot;
}

/** A string value and where it stands. */
export interface TextPlace extends Spot {
  readonly text: string;
}

const memberPlace = (parent: Place, member: JsonMember): MemberPlace => {
  const pointer = `${parent.pointer}/${pointerSegment(member.key)}`;
  return { node: member.node, key: member.key, pointer, offset: member.node.start, keySpot: { pointer, offset: member.keyStart } };
};

/** The members of an object; none of anything else. */
export const membersOf = (place: Place | undefined): readonly MemberPlace[] =>
  place?.node.kind === 'object' ? Array.from(place.node.members.values(), (member) => memberPlace(place, member)) : [];

/** The members of an object whose key is repeated later, and so does not count. */
export const repeatedMembersOf = (place: Place): readonly MemberPlace[] =>
  place.node.kind === 'object' ? place.node.repeated.map((member) => memberPlace(place, member)) : [];

/** The items of an array; anything else is its own only item, as IAM reads it. */
export const itemsOf = (place: Place | undefined): readonly Place[] => {
  if (place === undefined) return [];
  return place.node.kind === 'array' ? place.node.items.map((node, index) => ({ node, pointer: `${place.pointer}/${index}`, offset: node.start })) : [place];
};

/** The text of a string value. */
export const textOf = (place: Place | undefined): string | undefined =>
  place?.node.kind === 'scalar' && typeof place.node.value === 'string' ? place.node.value : undefined;

/** The strings among the items of a value. */
export const textsOf = (place: Place | undefined): readonly TextPlace[] =>
  itemsOf(place).flatMap((item) => {
    const text = textOf(item);
    return text === undefined ? [] : [{ text, pointer: item.pointer, offset: item.offset }];
  });

/** A scalar as IAM reads it in a condition: booleans and numbers are their text. */
export const scalarTextsOf = (place: Place | undefined): readonly TextPlace[] =>
  itemsOf(place).flatMap(({ node, pointer, offset }) => (node.kind === 'scalar' && node.value !== null ? [{ text: String(node.value), pointer, offset }] : []));
