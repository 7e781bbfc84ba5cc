import { shortened } from '../cut.ts';
import { visible } from '../text.ts';

/** A message as SARIF has it. */
export interface Message {
  readonly text: string;
}

// Braces hold placeholders (section 3.11.5), and `[text](address)` is a link (3.11.6): foreign text is to be neither.
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
const literal = (text: string): string => {
  const braces = text.replace(/[{}]/g, '$&$&');
  return braces.includes('](') ? braces.replace(/[\\[\]]/g, '\\$&') : braces;
};

/** What GitLab takes of a message or a description; a longer one it skips, with its result. https://docs.gitlab.com/user/application_security/ */
const LONGEST_MESSAGE = 2048;
/** What GitHub takes of a rule's descriptions. https://docs.github.com/en/code-security/reference/code-scanning/sarif-support-for-code-scanning */
export const LONGEST_DESCRIPTION = 1024;

/** Words as a message without placeholders and links, of at most so many UTF-16 units. Invisible characters are made visible. */
export const messageOf = (words: string, most: number = LONGEST_MESSAGE): Message => {
  const clean = visible(words);
  const text = literal(shortened(clean, most));
  // What is escaped is twice as long at most.
  return { text: text.length <= most ? text : literal(shortened(clean, Math.floor(most / 2))) };
};
