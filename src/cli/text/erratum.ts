import { visible, wrap } from '../../../reporters/text.ts';
import type { Erratum } from '../../data/errata.ts';

const WIDTH = 96;

const paragraph = (label: string, text: string): readonly string[] =>
  wrap(visible(text), WIDTH - label.length).map((part, index) => `${index === 0 ? label : ' '.repeat(label.length)}${part}`);

/** What is known of a printed mistake, for people. */
export const erratumLines = ({ means, instead, page }: Pick<Erratum, 'means' | 'instead' | 'page'>): readonly string[] => [
  ...paragraph('  Means    ', means),
  ...paragraph('  Instead  ', instead),
  `  Printed  ${page}`,
];
