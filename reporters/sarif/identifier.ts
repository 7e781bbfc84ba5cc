import { cut } from '../cut.ts';

const LONGEST_NAME = 255;

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** `identity/role-exists` as `IdentityRoleExists`: viewers want an identifier, of at most 255 characters. */
export const identifierOf = (id: string): string =>
  cut(
    id
      .split(/[^A-Za-z0-9]+/)
      .map(capitalised)
      .join('') || 'Unnamed',
    LONGEST_NAME,
  );
