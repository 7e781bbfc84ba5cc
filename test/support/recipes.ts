import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A recipe of docs/ci.md: a fenced block behind a comment that names its system. */
export interface Recipe {
  readonly system: string;
  readonly language: string;
  readonly text: string;
}

const RECIPE = /<!-- recipe: ([\w-]+) -->\n```(\w+)\n([\s\S]*?)^```$/gm;

/** Every recipe of the document, in its order. */
export const recipes = (): readonly Recipe[] =>
  [...readFileSync('docs/ci.md', 'utf8').matchAll(RECIPE)].map(([, system = '', language = '', text = '']) => ({ system, language, text }));

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** What Groovy's `sh` steps hold, in single quotes. */
const shellSteps = (text: string): readonly string[] => [...text.matchAll(/^\s*sh '(.*)'$/gm)].map(([, command = '']) => command);

/** Every text of a recipe that a shell may run: all of YAML's, Groovy's `sh`. */
export const shellTexts = ({ language, text }: Recipe): readonly string[] => {
  const texts = language === 'groovy' ? shellSteps(text) : textsIn(parse(text));
  return texts.flatMap((one) => one.split('\n')).map((line) => line.trim());
};

/** A command line in words: blanks part them, quotes hold them together. */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) => word.replace(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single));

const RUN = /^npx --yes sageready(?:@\S+)? /;

/** The words of each sageready command of a recipe, without how it is started. */
export const commandsIn = (recipe: Recipe): readonly (readonly string[])[] =>
  shellTexts(recipe)
    .filter((line) => RUN.test(line))
    .map((line) => wordsOf(line.replace(RUN, '')));
