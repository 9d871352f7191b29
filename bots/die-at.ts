import type { PassPoint } from '../runtime/crash-point.ts';

/**
 * Dies as by `kill -9` at a point: nothing is ended, nothing is written.
 * @param setting `NAME`, or `NAME:N` for the N-th time that it is passed
 */
export function dieAt(setting: string): PassPoint {
  const [, point = setting, times = '1'] = /^(.+?)(?::(\d+))?$/.exec(setting) ?? [];
  let left = Number(times);
  return (passed) => {
    if (passed !== point) return;
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  };
}
