import type { TargetReport } from '../../src/model/report.ts';
import type { Position, TargetOrigin } from '../../src/model/target.ts';
import type { Evidence, Subject } from '../../src/model/verdict.ts';
import { fieldName } from '../statement.ts';
import { unique, visible, wrap } from '../text.ts';
import type { Page } from './page.ts';
import { labelled, labelledLines, roomBesideLabel } from './page.ts';
import { traceLines } from './trace.ts';

type Field = NonNullable<Evidence['field']>;

const pointerOf = (field: Field): string => field.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** A place in a file. */
export type Place = Position & { readonly file: string };

/** Where a field stands in the description or in a file that it names, or else what encloses it: a missing key has no place of its own. */
export const positionOf = (origin: TargetOrigin, field: Field): Place | undefined => {
  const pointer = pointerOf(field);
  const [own, other] = [origin.positions[pointer], origin.elsewhere?.[pointer]];
  if (other !== undefined) return other;
  if (own !== undefined) return { file: origin.file, ...own };
  return field.length === 0 ? undefined : positionOf(origin, field.slice(0, -1));
};

/** A place that editors and terminals open: `file:line:column`. */
const placeOf = (origin: TargetOrigin | undefined, field: Field): string | undefined => {
  const place = origin && positionOf(origin, field);
  return place && `${visible(place.file)}:${place.line}:${place.column}`;
};

/** A field of the description with its place in the file, where that is known: `file:line:column  field.name`. */
export const fieldLine = (origin: TargetOrigin | undefined, field: Field): string => [placeOf(origin, field), fieldName(field)].filter(Boolean).join('  ');

/** Where the description says what these observations are about. */
export const whereLines = (page: Page, { target }: Pick<TargetReport, 'target'>, evidence: readonly Evidence[]): readonly string[] => {
  const fields = unique(evidence.flatMap(({ field }) => (field === undefined ? [] : [fieldLine(target.origin, field)])));
  return fields.length === 0 ? [] : labelledLines(page, 'where', fields);
};

/** An ARN or address stays in one piece, so that it can be copied. */
const subjectLines = (page: Page, subject: Subject): readonly string[] => {
  if (typeof subject === 'string') return [visible(subject)];
  const { kind, name, account, region } = subject;
  return wrap(visible(`${kind} ${name} (account ${account}, ${region})`), roomBesideLabel(page));
};

/** What an observation is about. */
export const aboutLines = (page: Page, { subject }: Evidence): readonly string[] =>
  labelledLines(page, 'about', subjectLines(page, subject).map(page.paint.strong));

/** One observation: what was seen, what should be there, and where the description says so. */
export const seenLines = (page: Page, { target }: Pick<TargetReport, 'target'>, evidence: Evidence): readonly string[] => {
  const { observed, expected, trace } = evidence;
  return [
    ...labelled(page, 'observed', visible(observed)),
    ...(expected === undefined ? [] : labelled(page, 'expected', visible(expected))),
    ...whereLines(page, { target }, [evidence]),
    ...(trace === undefined ? [] : traceLines(page, trace)),
  ];
};
