import { text as textOfStream } from 'node:stream/consumers';
import { jsonText } from '../../../reporters/text.ts';
import type { TargetReport } from '../../model/report.ts';
import { readFactsFile } from '../../run/facts-file.ts';
import { LAW } from '../../run/law.ts';
import { reportOn } from '../../run/report.ts';
import { stop } from '../../run/stop.ts';
import { VERSION } from '../../run/version.ts';
import { completed } from '../../targets/resolve/index.ts';
import { explainError } from '../explain/error.ts';
import { nearest } from '../nearest.ts';
import { print } from '../print.ts';
import { explainedData, explainedText } from '../text/explained-error.ts';
import { ruleText } from '../text/rule.ts';
import type { Words } from '../words.ts';

const RULE_ID = /^[a-z0-9-]+\/[a-z0-9-]+$/i;

/** The rule of this name, without its topic. */
const namedOnly = (asked: string): string | undefined => LAW.rules.map(({ id }) => id).find((id) => id.endsWith(`/${asked}`));

/** Without its topic, a rule's name is as good a hint as the nearest id. */
const suggestion = (asked: string): string => {
  const named = namedOnly(asked);
  return named === undefined
    ? nearest(
        asked,
        LAW.rules.map(({ id }) => id),
      )
    : ` — did you mean ${named}?`;
};

const noSuchRule = (id: string): Error => stop(`there is no rule "${id}"${suggestion(id)} — sageready rules lists them; an error message is put in quotes`);

const reportsIn = async (file: string | undefined): Promise<readonly TargetReport[]> => {
  if (file === undefined) return [];
  const { facts, targets } = await readFactsFile(file);
  const run = { tool: { name: 'sageready', version: VERSION } as const, time: '', complete: true, endpoints: [], factsFile: file, notes: [] };
  const gathered = { facts, targets: targets.map((target) => completed(target, facts)) };
  return [...reportOn(gathered, { failOn: 'error', strict: false }, { run }).targets];
};

/** Checks the accounts for what a description plans. */
const reportsOnAccount = async (file: string, words: Words): Promise<readonly TargetReport[]> => {
  const { describedTargets } = await import('../describe.ts');
  const { observeLive } = await import('../observe.ts');
  const { targets } = await describedTargets({ ...words, file });
  const { known, run } = await observeLive(targets, words);
  return [...reportOn(known, { failOn: 'error', strict: false }, { run }).targets];
};

const reportsFor = (words: Words): Promise<readonly TargetReport[]> => {
  const [facts, description] = [words['facts'], words['description']] as readonly (string | undefined)[];
  if (facts !== undefined && description !== undefined) throw stop('name either saved facts or a description to check, not both: --facts or --description');
  return description === undefined ? reportsIn(facts) : reportsOnAccount(description, words);
};

const aboutError = async (message: string, words: Words): Promise<void> => {
  const explained = explainError(message, LAW.rules);
  const reports = await reportsFor(words);
  await print(words['output'] === 'json' ? `${jsonText(explainedData(explained, reports), 2)}\n` : explainedText(explained, reports));
};

/** The message on standard input. */
const pasted = async (): Promise<string> => {
  const text = await textOfStream(process.stdin);
  if (text.trim() === '') throw stop('there is no message to explain — name a rule, put the message in quotes, or pipe it in: sageready explain - < FILE');
  return text;
};

/** Explains a rule by its id, or a pasted error. */
export const run = async (words: Words): Promise<number> => {
  // yargs turns a lone `-` into nothing.
  const asked = (words['rule-or-error'] as readonly string[]).join(' ').trim() || '-';
  const rule = LAW.rules.find(({ id }) => id === asked);
  if (rule !== undefined) {
    const { id, title, severity, basis, why, fix, docs, predicts, dependsOn } = rule;
    const data = { schema: 'sageready/rule/1', id, title, severity, basis, why, fix, docs, predicts, dependsOn };
    await print(words['output'] === 'json' ? `${jsonText(data, 2)}\n` : ruleText(rule, LAW.scenarios));
    return 0;
  }
  if (RULE_ID.test(asked) || namedOnly(asked) !== undefined) throw noSuchRule(asked);
  await aboutError(asked === '-' ? await pasted() : asked, words);
  return 0;
};
