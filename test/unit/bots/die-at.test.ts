import { dieAt } from '../../../bots/die-at.ts';

test.each([
  ['after_commit', ['before_commit', 'after_commit'], 1],
  ['after_commit:2', ['after_commit', 'before_send'], 0],
  ['after_commit:2', ['after_commit', 'after_commit', 'after_commit'], 1],
  ['after_action:confirm_renewal', ['after_backend_write', 'after_action:confirm_renewal'], 1],
] as const)('%s is the end of the process, once, over %j', (setting, passed, kills) => {
  const kill = jest.spyOn(process, 'kill').mockReturnValue(true);
  const pass = dieAt(setting);
  for (const point of passed) pass(point);
  expect(kill.mock.calls).toEqual(Array.from({ length: kills }, () => [process.pid, 'SIGKILL']));
  kill.mockRestore();
});
