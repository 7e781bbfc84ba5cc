import { CST, Lexer } from 'yaml';

const DEEPEST_FLOW = 64;
const WIDEST_INDENT = 256;

const OPENS = new Set(['flow-map-start', 'flow-seq-start']);
const CLOSES = new Set(['flow-map-end', 'flow-seq-end']);
const NESTS = new Set(['seq-item-ind', 'explicit-key-ind', 'map-value-ind']);

interface Place {
  readonly offset: number;
  readonly column: number;
  readonly flow: number;
}

const flowAfter = (type: string | null, flow: number): number => {
  if (type !== null && OPENS.has(type)) return flow + 1;
  return type !== null && CLOSES.has(type) ? Math.max(0, flow - 1) : flow;
};

// The lexer's own marks (document, scalar) are single control characters that stand for no text.
const isMark = (token: string): boolean => token === CST.DOCUMENT || token === CST.FLOW_END || token === CST.SCALAR;

const advance = ({ offset, column, flow }: Place, token: string): Place => {
  if (isMark(token)) return { offset, column, flow };
  const lineEnd = token.lastIndexOf('\n');
  const after = lineEnd < 0 ? column + token.length : token.length - lineEnd - 1;
  return { offset: offset + token.length, column: after, flow: flowAfter(CST.tokenType(token), flow) };
};

const isTooDeep = ({ column, flow }: Place, token: string): boolean =>
  flow > DEEPEST_FLOW || (flow === 0 && column > WIDEST_INDENT && NESTS.has(CST.tokenType(token) ?? ''));

/**
 * Where a text nests deeper than any description does; undefined when it does not.
 * The parser recurses, and a few thousand levels end the process instead of throwing; so this is asked first, of the lexer, which does not recurse.
 */
export const tooDeepAt = (text: string): number | undefined => {
  let place: Place = { offset: 0, column: 0, flow: 0 };
  for (const token of new Lexer().lex(text)) {
    if (isTooDeep(place, token)) return place.offset;
    place = advance(place, token);
  }
  return undefined;
};
