import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface ProcessReading {
  /** Microseconds of processor time since its start, in user and system mode, of all its threads. */
  readonly cpuUs: number;
  /** Megabytes resident. */
  readonly rssMb: number;
}

/** Clock ticks per second of /proc: 100 on every Linux that Node runs on. */
const TICKS = 100;

/** What a running process has used; read from the system, so that it holds on a busy machine. */
export function readProcess(pid: number): ProcessReading {
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
}

function fromProc(pid: number): ProcessReading {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in brackets may hold spaces: the fields are counted from behind it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  const kb = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return { cpuUs: (ticks / TICKS) * 1e6, rssMb: Number(kb) / 1024 };
}

function fromPs(pid: number): ProcessReading {
  const [time = '', kb] = execFileSync('ps', ['-o', 'cputime=,rss=', '-p', String(pid)], { encoding: 'utf8' })
    .trim()
    .split(/\s+/);
  const seconds = time.split(/[:-]/).reduce((sum, part) => sum * 60 + Number(part), 0);
  return { cpuUs: seconds * 1e6, rssMb: Number(kb) / 1024 };
}
