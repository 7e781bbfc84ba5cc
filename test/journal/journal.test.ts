import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { KeptAnswer } from '../../src/aws/memory.ts';
import type { Journal, JournalOptions } from '../../src/journal/journal.ts';
import { openJournal } from '../../src/journal/journal.ts';
import { lineOf } from '../../src/journal/lines.ts';
import { lifeOf } from '../../src/journal/process-identity.ts';
import type { CallRecord } from '../../src/model/report.ts';

const ALICE = { account: '123456789012', arn: 'arn:aws:iam::123456789012:user/alice' };
const RECORDS: readonly CallRecord[] = [{ service: 'kms', operation: 'kms:DescribeKey', region: 'eu-west-1', outcome: 'ok', actions: ['kms:DescribeKey'] }];
const KEY: KeptAnswer = { state: 'present', value: { KeyId: 'k', CreationDate: new Date('2026-01-31T12:00:00Z') } };
const MINUTE = 60_000;

let folder: string;
let path: string;
let warnings: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sageready-journal-'));
  path = join(folder, 'run.ndjson');
  warnings = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (mode: JournalOptions['mode'], changes: Partial<JournalOptions> = {}): Journal =>
  openJournal({ path, mode, maxAge: 15 * MINUTE, version: '1.2.3', endpoints: [], warn: (line) => void warnings.push(line), ...changes });

const written = (answers: Readonly<Record<string, KeptAnswer>> = { 'kms:DescribeKey k': KEY }): void => {
  const journal = open('begin');
  const memory = journal.memories('');
  memory.meet(ALICE);
  for (const [key, answer] of Object.entries(answers)) memory.keep(new Map([[key, answer]]), RECORDS);
  journal.close();
};

const resumed = (changes: Partial<JournalOptions> = {}) => {
  const journal = open('resume', changes);
  const memory = journal.memories('');
  const problem = memory.meet(ALICE);
  journal.close();
  return { ...journal, memory, problem };
};

describe('a journal', () => {
  test('gives back what was kept, with the requests that it took, once', () => {
    written({ a: KEY, b: { state: 'absent' }, c: { state: 'moved', region: 'us-west-2' } });
    const { memory, taken } = resumed();
    expect(taken()).toEqual({ answers: 0, oldest: undefined, again: 0 });
    expect(memory.recall('a')).toEqual({ answer: KEY, records: RECORDS });
    expect(memory.recall('a')).toEqual({ answer: KEY, records: [] });
    expect(memory.recall('b')).toEqual({ answer: { state: 'absent' }, records: RECORDS });
    expect(memory.recall('c')?.answer).toEqual({ state: 'moved', region: 'us-west-2' });
    expect(memory.recall('d')).toBeUndefined();
    expect(taken()).toMatchObject({ answers: 3, again: 0 });
  });

  test('keeps a batch by the id, and its request with whichever is recalled first', () => {
    const journal = open('begin');
    journal.memories('').meet(ALICE);
    journal.memories('').keep(
      new Map<string, KeptAnswer>([
        ['one', { state: 'absent' }],
        ['two', KEY],
      ]),
      RECORDS,
    );
    journal.close();
    const { memory } = resumed();
    expect(memory.recall('two')).toEqual({ answer: KEY, records: RECORDS });
    expect(memory.recall('one')).toEqual({ answer: { state: 'absent' }, records: [] });
  });

  test('is readable by its owner alone, also when it was not', () => {
    writeFileSync(path, '', { mode: 0o644 });
    written();
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('tells nobody anything before it knows who asks, nor anybody else afterwards', () => {
    written();
    const { memories, close } = open('resume');
    expect(memories('').recall('kms:DescribeKey k')).toBeUndefined();
    const problem = memories('').meet({ ...ALICE, arn: 'arn:aws:iam::123456789012:user/bob' });
    expect(problem).toContain(`${path} holds what ${ALICE.arn} was answered, and the credentials are those of arn:aws:iam::123456789012:user/bob`);
    expect(memories('').recall('kms:DescribeKey k')).toBeUndefined();
    expect(memories('another role').meet(ALICE)).toBeUndefined();
    expect(memories('another role').recall('kms:DescribeKey k')).toBeUndefined();
    close();
  });

  test('knows a role again, whatever its session is called', () => {
    const session = (name: string) => ({ account: ALICE.account, arn: `arn:aws-cn:sts::123456789012:assumed-role/Deployer/${name}` });
    const journal = open('begin');
    journal.memories('').meet(session('monday'));
    journal.close();
    const { memories, close } = open('resume');
    expect(memories('').meet(session('tuesday'))).toBeUndefined();
    expect(memories('').meet({ ...session('x'), arn: 'arn:aws-cn:sts::123456789012:assumed-role/Other/monday' })).toContain('use the same credentials');
    close();
  });

  test('of earlier answers only takes those that are fresh, and the last of each', () => {
    written();
    const line = (age: number, answer: KeptAnswer) =>
      appendFileSync(path, lineOf({ scope: '', time: new Date(Date.now() - age).toISOString(), answers: [['k', answer]], records: RECORDS }));
    line(14 * MINUTE, { state: 'absent' });
    line(2 * MINUTE, KEY);
    line(16 * MINUTE, { state: 'moved', region: 'old' });
    line(-10 * MINUTE, { state: 'moved', region: 'of another clock' });
    const { memory, taken } = resumed();
    expect(memory.recall('k')?.answer).toEqual(KEY);
    expect(taken()).toMatchObject({ answers: 1, again: 0 });
    expect(Math.round((Date.now() - Date.parse(taken().oldest ?? '')) / MINUTE)).toBe(2);
    // Only what is asked for again counts so; a second look at one answer does not.
    memory.recall('k');
    memory.keep(
      new Map([
        ['k', KEY],
        ['new', KEY],
      ]),
      RECORDS,
    );
    expect([taken().answers, taken().again, memory.recall('new')?.answer, taken().answers]).toEqual([1, 1, KEY, 1]);
  });
});

describe('a journal that is not whole', () => {
  test('loses the line that was cut off, whatever it is cut to, and is whole again', () => {
    written({ a: KEY, b: KEY });
    const whole = readFileSync(path);
    const lineEnds = [...whole.entries()].filter(([, byte]) => byte === 10).map(([index]) => index + 1);
    for (let length = 0; length < whole.length; length += 7) {
      writeFileSync(path, whole);
      truncateSync(path, length);
      warnings = [];
      const { memory } = resumed();
      const lines = lineEnds.filter((end) => end <= length).length;
      expect(['a', 'b'].filter((key) => memory.recall(key)).length).toBe(Math.max(0, lines - 2));
      expect(memory.recall('a')?.answer).toEqual(lines > 2 ? KEY : undefined);
      expect(warnings).toEqual(lineEnds.includes(length) || length === 0 ? [] : [expect.stringContaining('was cut off when its run ended')]);
      expect(resumed().memory.recall('a')?.answer).toEqual(memory.recall('a')?.answer);
    }
  });

  test('is refused when it is damaged elsewhere', () => {
    written({ a: KEY, b: KEY });
    const lines = readFileSync(path, 'utf8').split('\n');
    writeFileSync(path, lines.with(2, '{"scope":""').join('\n'));
    expect(() => open('resume')).toThrow(`${path} is damaged in line 3 — begin it anew with --journal ${path}`);
    expect(existsSync(`${path}.lock`)).toBe(false);
  });
});

describe('a journal that cannot be used', () => {
  test.each<[string, Partial<JournalOptions>, string]>([
    ['of another version', { version: '1.3.0' }, 'was written by sageready 1.2.3, and this is 1.3.0 — begin it anew with --journal'],
    ['of another endpoint', { endpoints: ['AWS_ENDPOINT_URL=http://127.0.0.1:1'] }, 'then: none; now: AWS_ENDPOINT_URL=http://127.0.0.1:1'],
  ])('%s is refused', (_, changes, words) => {
    written();
    expect(() => open('resume', changes)).toThrow(words);
    expect(resumed().memory.recall('kms:DescribeKey k')?.answer).toEqual(KEY);
  });

  test('is no file, or no journal', () => {
    expect(() => open('resume')).toThrow('there is no such journal — begin one with --journal');
    expect(() => open('begin', { path: join(folder, 'none', 'run.ndjson') })).toThrow('name another file');
    expect(() => open('begin', { path: folder })).toThrow(`--journal ${folder} is a folder — name a file in it`);
    expect(() => open('resume', { path: folder })).toThrow(`--resume ${folder} is a folder — name a file in it`);
    for (const foreign of ['version: 1\n', 'targets:\n  - name: churn\n', '{"a":1}', 'a line without end'])
      for (const mode of ['begin', 'resume'] as const) {
        writeFileSync(path, foreign);
        expect(() => open(mode)).toThrow('is no journal, and is not overwritten');
        expect(readFileSync(path, 'utf8')).toBe(foreign);
      }
    writeFileSync(path, '{"form":"sageready/journal/2"}\n');
    expect(() => open('resume')).toThrow('is no journal that this version reads');
  });

  test('on a full disk is told of once, and remembers what it can', () => {
    const journal = open('begin', { path: '/dev/full' });
    const memory = journal.memories('');
    expect(memory.meet(ALICE)).toBeUndefined();
    memory.keep(new Map([['a', KEY]]), RECORDS);
    journal.close();
    expect(warnings).toEqual([expect.stringMatching(/^\/dev\/full could not be written: ENOSPC.* — the run goes on/)]);
  });
});

const lockAs = (holder: object): void => writeFileSync(`${path}.lock`, JSON.stringify(holder));
/** As this process would hold it. */
const holderOf = (): object => {
  const probe = open('begin', { path: join(folder, 'probe.ndjson') });
  const holder = JSON.parse(readFileSync(join(folder, 'probe.ndjson.lock'), 'utf8')) as object;
  probe.close();
  return holder;
};

/** A process that was killed under a parent that takes no note of it. */
const holderThatNobodyBuries = async (): Promise<object> => {
  const parent = spawn('sh', ['-c', 'sleep 60 & echo $!; exec sleep 5'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const pid = Number((await once(parent.stdout, 'data'))[0]);
  // A shell would take note of it.
  while (readFileSync(`/proc/${parent.pid}/comm`, 'utf8') !== 'sleep\n') await sleep(5);
  const began = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19];
  process.kill(pid, 'SIGKILL');
  while (!readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')) await sleep(5);
  return { ...holderOf(), pid, began };
};

describe('two runs on one journal', () => {
  test('the second one is refused, and may go on when the first has ended', async () => {
    const first = open('begin');
    // As another process would find it; one's own number is that of a container's run before.
    const other = spawn('sleep', ['60']);
    const began = readFileSync(`/proc/${other.pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19];
    lockAs({ ...holderOf(), pid: other.pid, began });
    expect(() => open('resume')).toThrow(`${path} is being written by another run (process ${other.pid}) — wait for its end, or name another file`);
    expect(() => open('begin')).toThrow('is being written by another run');
    other.kill('SIGKILL');
    await once(other, 'exit');
    lockAs(await holderThatNobodyBuries());
    first.close();
    expect(existsSync(`${path}.lock`)).toBe(true);
    expect(resumed().problem).toBeUndefined();
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  test.each<[string, object]>([
    ['a process that has ended', { pid: 2 ** 22 + 1 }],
    ['a process whose number another one has', { began: '1' }],
  ])('the lock of %s is taken over at once', (_, changes) => {
    written();
    lockAs({ ...holderOf(), ...changes });
    expect(resumed().memory.recall('kms:DescribeKey k')?.answer).toEqual(KEY);
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  test.each<[string, object]>([
    ['another machine', { host: 'elsewhere', world: 'elsewhere' }],
    ['a container of the same host name, with the number of this process', { world: 'another namespace' }],
    ['a system that tells no more of it', { world: undefined, began: undefined }],
  ])('the lock of a run on %s holds as long as it gives signs of life', (_, changes) => {
    written();
    lockAs({ ...holderOf(), ...changes });
    expect(() => open('resume')).toThrow(
      / — wait for its end, or name another file; if it was killed, \S+\.lock is taken over 30 s after its last sign of life$/,
    );
    const silent = Date.now() / 1000 - 31;
    utimesSync(`${path}.lock`, silent, silent);
    expect(resumed().memory.recall('kms:DescribeKey k')?.answer).toEqual(KEY);
  });

  test.each<[string, object, string]>([
    ['nobody has', { pid: 2 ** 22 + 1, host: hostname() }, 'ended'],
    ['somebody has, perhaps again', { pid: process.pid, host: hostname() }, 'not-known'],
    ['counts on another machine', { pid: 2 ** 22 + 1, host: 'elsewhere' }, 'not-known'],
  ])('where the system tells no more, a process number that %s', (_, holder, life) => {
    expect(lifeOf(holder, {})).toBe(life);
  });

  test('a run that has lost its lock writes nothing more, and takes no lock away', () => {
    const journal = open('begin');
    const memory = journal.memories('');
    memory.meet(ALICE);
    lockAs({ ...holderOf(), id: 'of another run' });
    const now = Date.now();
    jest.spyOn(Date, 'now').mockReturnValue(now + 60_000);
    const before = readFileSync(path, 'utf8');
    for (const key of ['a', 'b']) memory.keep(new Map([[key, KEY]]), RECORDS);
    jest.restoreAllMocks();
    journal.close();
    expect(readFileSync(path, 'utf8')).toBe(before);
    expect(warnings).toEqual([expect.stringContaining('could not be written: another run has taken it over — the run goes on')]);
    expect(existsSync(`${path}.lock`)).toBe(true);
  });
});
