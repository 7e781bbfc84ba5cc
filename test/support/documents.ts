import { readdirSync, readFileSync } from 'node:fs';

/** A document of this repository. */
export interface Document {
  readonly path: string;
  readonly text: string;
}

/** A fenced block: what stands behind the opening fence, and its lines. */
export interface Block {
  readonly info: string;
  readonly text: string;
}

const pathsIn = (folder: string): readonly string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`);

/** Every document, those at the top and those below docs/. */
export const documents = (): readonly Document[] =>
  [...readdirSync('.'), ...pathsIn('docs')].filter((path) => path.endsWith('.md')).map((path) => ({ path, text: readFileSync(path, 'utf8') }));

const FENCED = /^```(.*)\n([\s\S]*?)^```$/gm;

/** The fenced blocks of a document. */
export const blocksOf = ({ text }: Document): readonly Block[] => [...text.matchAll(FENCED)].map(([, info = '', block = '']) => ({ info, text: block }));

/** What a document says outside of its fenced blocks. */
export const proseOf = ({ text }: Document): string => text.replace(FENCED, '');

/** What stands in backticks, and each line of what is to be typed into a shell, without its comment. */
export const typedIn = (document: Document): readonly string[] => [
  ...[...proseOf(document).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code),
  ...blocksOf(document)
    .filter(({ info }) => info === 'sh' || info === '')
    .flatMap(({ text }) => text.split('\n').map((line) => line.replace(/\s#.*$/, ''))),
];
