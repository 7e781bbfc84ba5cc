import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Who holds a lock. A process number says nothing by itself: containers of one host name have their own, and numbers come again. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** Where that number counts: this boot of the machine, and the namespace of its processes. Absent where the system tells none. */
  readonly world?: string;
  /** When the process began, in the system's own ticks. Absent where the system tells none. */
  readonly began?: string;
  /** Tells one taking from another. */
  readonly id: string;
}

const told = (read: () => string): string | undefined => {
  try {
    return read().trim() || undefined;
  } catch {
    return undefined;
  }
};

/** Source: https://man7.org/linux/man-pages/man7/pid_namespaces.7.html, https://man7.org/linux/man-pages/man5/proc_sys_kernel.5.html */
const worldOf = (): string | undefined => {
  const parts = [() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'), () => readlinkSync('/proc/self/ns/pid')].map(told);
  return parts.includes(undefined) ? undefined : [hostname(), ...parts].join(' ');
};

const BEGAN = 19;
/** A process that was killed keeps its number until its parent has taken note. */
const HAS_ENDED = /^[ZXx]$/;

/** The third and the 22nd field; the second, a name in brackets, may hold blanks. Source: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
const beganOf = (pid: number): string | undefined =>
  told(() => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state = '', ...others] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return HAS_ENDED.test(state) ? '' : (others[BEGAN - 1] ?? '');
  });

/** This process, as another one may find it. */
export const ownIdentity = (): ProcessIdentity => {
  const [world, began] = [worldOf(), beganOf(process.pid)];
  return { pid: process.pid, host: hostname(), id: randomUUID(), ...(world !== undefined && { world }), ...(began !== undefined && { began }) };
};

type Life = 'runs' | 'ended' | 'not-known';

/** Where the system tells no world (macOS, Windows), containers are not of it: a number that nobody has here is that of a process that ended. Another may have it again. */
const lifeByNumber = (pid: number): Life => {
  try {
    process.kill(pid, 0);
    return 'not-known';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH' ? 'ended' : 'not-known';
  }
};

/** What can be told of the process behind an identity: its number counts only where it was given. `here`: the world of this process. */
export const lifeOf = ({ pid, host, world, began }: Partial<ProcessIdentity>, here: { readonly world?: string | undefined } = { world: worldOf() }): Life => {
  if (pid === undefined || world !== here.world) return 'not-known';
  if (world === undefined) return host === hostname() ? lifeByNumber(pid) : 'not-known';
  if (began === undefined) return 'not-known';
  return beganOf(pid) === began ? 'runs' : 'ended';
};
