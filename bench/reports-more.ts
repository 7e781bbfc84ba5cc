import type { Format } from '../reporters/index.ts';
import type { Figure } from './support/figure.ts';
import { FINDINGS, figuresOf, withWriter, writing } from './support/large-reports.ts';
import { peakMemory } from './support/processes.ts';

const TIMES_MORE = 10;

// The report itself takes 220 MB: whoever kept its lines or its targets would miss this by far.
const MOST_STREAMED = 120;

const streamFigure = async (script: string, format: Format): Promise<Figure> => {
  const [one, ten] = [await peakMemory(writing(script, format, FINDINGS)), await peakMemory(writing(script, format, TIMES_MORE * FINDINGS))];
  return {
    name: `Memory for ${(TIMES_MORE * FINDINGS).toLocaleString('en')} findings as \`${format}\``,
    value: ten,
    unit: 'MB',
    target: { is: 'at most', value: MOST_STREAMED },
    detail: `${one.toFixed(0)} MB for a tenth of them`,
  };
};

/** What large reports take that go to inboxes of findings, and those that are read line by line. */
export const measureMoreReports = (): Promise<readonly Figure[]> =>
  withWriter(async (script) => [...(await figuresOf(script, ['ocsf', 'asff', 'ndjson'])), await streamFigure(script, 'ndjson')]);
