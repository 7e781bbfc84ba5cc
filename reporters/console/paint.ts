import { Chalk } from 'chalk';
import type { ReporterOptions } from '../../src/model/report.ts';
import { visible } from '../text.ts';

/** What a piece of text is, for the eye. */
export type Tone = 'good' | 'bad' | 'unsure' | 'quiet' | 'strong' | 'code';

/** Colours text by what it is; without colour, text stays as it is. */
export type Paint = Readonly<Record<Tone, (text: string) => string>> & {
  /** An address: a terminal link where they are wanted (OSC 8), else plain. Makes the address safe itself. */
  readonly link: (url: string) => string;
};

const hyperlink = (url: string): string => `\u001b]8;;${url}\u001b\\${url}\u001b]8;;\u001b\\`;

/** Colours by the options alone: nothing is detected. Links are escape sequences too, so there are none without colour. */
export const paintFor = ({ colour, links }: Pick<ReporterOptions, 'colour' | 'links'>): Paint => {
  const chalk = new Chalk({ level: colour ? 1 : 0 });
  return {
    good: (text) => chalk.green(text),
    bad: (text) => chalk.red(text),
    unsure: (text) => chalk.yellow(text),
    quiet: (text) => chalk.dim(text),
    strong: (text) => chalk.bold(text),
    code: (text) => chalk.cyan(text),
    link: (url) => (colour && links ? hyperlink(visible(url)) : visible(url)),
  };
};
