import type { Trend } from '../../src/model/trend.ts';
import { escaped } from '../markup.ts';
import { trendSvg } from '../trend/svg.ts';
import { trendText } from '../trend/text.ts';
import { element } from './element.ts';

const TEXT = { width: 100, colour: false, all: false, place: 'the history' } as const;

/** Readiness over time, drawn and in words; nothing where there is no run to compare with. */
export const trendSection = (trend: Trend | undefined): string =>
  trend === undefined || trend.runs.length < 2
    ? ''
    : element(
        'section',
        { 'aria-labelledby': 'history' },
        '<h2 id="history">Readiness over time</h2>',
        `<div class="fold"><div class="pan" tabindex="0" role="region" aria-label="Readiness over time, drawn; scrolls sideways">${trendSvg(trend, { style: 'page' }).trimEnd()}</div>`,
        `${element('details', { class: 'words' }, element('summary', {}, 'The same in words'), element('pre', {}, escaped(trendText(trend, TEXT))))}</div>`,
      );
