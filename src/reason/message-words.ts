/** What stands for names and numbers that differ from case to case, in messages and in what rules say of them. */
const NAMES: readonly RegExp[] = [
  /\b(?:arn|s3|https?):\S+/gi,
  /\b\d{12}\.dkr\S+/g,
  /\bml\.[a-z0-9-]+(?:\.[a-z0-9]+)?/gi,
  /<[^<>]{0,200}>|\{[^{}"]{0,200}\}/g,
  /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi,
];

// Escapes of a message that was pasted out of JSON or a log.
const ESCAPES = /\\[nrt]|\\(?=["'\\])/g;
const WORD = /[a-z][a-z0-9]*(?:[-_:./+][a-z0-9]+)*/g;
const ACTION = /^([a-z][a-z0-9-]*):[a-z]/;

const MOST_WORDS = 800;
const LONGEST_TEXT = 100_000;

/** `kms:decrypt` also says `kms`, so that a message about a whole service is found. */
const withService = (word: string): readonly string[] => {
  const [, service] = ACTION.exec(word) ?? [];
  return service === undefined ? [word] : [service, word];
};

/** The words of a message that do not differ from case to case, in order, lower case, of a long text the last ones: no names, numbers, quotes or line breaks. */
export const wordsOf = (message: string): readonly string[] => {
  const text = message.slice(-LONGEST_TEXT).replace(ESCAPES, ' ');
  const bare = NAMES.reduce((rest, name) => rest.replace(name, ' '), text);
  return (bare.toLowerCase().match(WORD) ?? []).flatMap(withService).slice(-MOST_WORDS);
};
