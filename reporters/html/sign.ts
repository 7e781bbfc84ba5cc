import type { Look } from '../console/words.ts';
import { element } from './element.ts';

/** A symbol in its colour; words stand beside it, so it is not read out. */
export const sign = ({ symbol, tone }: Pick<Look, 'symbol' | 'tone'>): string => element('span', { class: `sign ${tone}`, 'aria-hidden': 'true' }, symbol);

/** A short word in a frame. */
export const tag = (words: string, tone = 'quiet'): string => element('span', { class: `tag ${tone}` }, words);
