import { ANY_ONE, ANY_RUN, compileTokens, plainText, type Token } from '../glob.ts';
import { arnFields, compileArnTokens, fieldsMatch } from '../six-fields.ts';
import type { Family } from './family.ts';

const isWildcard = (token: Token): boolean => token === ANY_RUN || token === ANY_ONE;

/** `StringEquals`: exact, `*` is a character like any other. */
export const exactText: Family = {
  variables: true,
  compile: (value) => {
    const expected = plainText(value);
    return (actual) => actual === expected;
  },
  samples: (value) => [plainText(value)],
};

/** `StringEqualsIgnoreCase`. */
export const textIgnoringCase: Family = {
  variables: true,
  compile: (value) => {
    const expected = plainText(value).toLowerCase();
    return (actual) => actual.toLowerCase() === expected;
  },
};

/** `StringLike`: `*` and `?`, also across colons and slashes. */
export const textPattern: Family = {
  variables: true,
  compile: (value) => compileTokens(value).matches,
  samples: (value) => {
    if (compileTokens(value).everything) return [];
    return value.some(isWildcard) ? undefined : [plainText(value)];
  },
};

/** `ArnLike` and `ArnEquals`, which are the same: each field on its own; what is no ARN matches nothing. */
export const arnPattern: Family = {
  variables: true,
  compile: (value) => {
    const patterns = compileArnTokens(value);
    return (actual) => {
      const fields = arnFields(actual);
      return fields === undefined ? undefined : patterns !== undefined && fieldsMatch(patterns, fields);
    };
  },
  samples: (value) => (value.some(isWildcard) ? undefined : [plainText(value)]),
};

const TRUTH = /^(?:true|false)$/i;

/** `Bool`: `true` or `false` in any case. */
export const truthValue: Family = {
  variables: true,
  compile: (value) => {
    const expected = plainText(value).toLowerCase();
    if (!TRUTH.test(expected)) return undefined;
    return (actual) => (TRUTH.test(actual) ? actual.toLowerCase() === expected : undefined);
  },
  samples: () => ['true', 'True', 'TRUE', 'tRUE', 'false', 'False', 'FALSE', 'fALSE'],
};

const decodeBase64 = (text: string): string | undefined => {
  try {
    return atob(text);
  } catch {
    return undefined;
  }
};

/** `BinaryEquals`: the same bytes, both written in base64. */
export const bytes: Family = {
  variables: false,
  compile: (value) => {
    const expected = decodeBase64(plainText(value));
    if (expected === undefined) return undefined;
    return (actual) => {
      const decoded = decodeBase64(actual);
      return decoded === undefined ? undefined : decoded === expected;
    };
  },
};
