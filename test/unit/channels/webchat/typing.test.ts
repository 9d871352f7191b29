import { createTyping } from '../../../../channels/webchat/typing.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

function follow() {
  const told: unknown[] = [];
  const typing = createTyping({ signal: (_thread, { body }) => told.push(body) > 0 });
  const seen: boolean[] = [];
  const stop = typing.follow('thread', (on) => seen.push(on));
  return { typing, seen, told, stop };
}

describe('the typing sign', () => {
  test('is shown here and told elsewhere when a turn takes long, until it ends', () => {
    const { typing, seen, told } = follow();
    typing.show('thread', true);
    jest.advanceTimersByTime(150);
    expect(seen).toEqual([true]);
    typing.show('thread', false);
    expect(seen).toEqual([true, false]);
    expect(told).toEqual([{ on: true }, { on: false }]);
  });

  test('is not shown for a turn that ends at once', () => {
    const { typing, seen, told } = follow();
    typing.show('thread', true);
    jest.advanceTimersByTime(50);
    typing.show('thread', false);
    jest.advanceTimersByTime(1000);
    expect([seen, told]).toEqual([[], []]);
  });

  test('is nothing to those who follow no longer, or another thread', () => {
    const { typing, seen, stop } = follow();
    typing.show('another', true);
    jest.advanceTimersByTime(150);
    stop();
    typing.show('thread', true);
    jest.advanceTimersByTime(150);
    expect(seen).toEqual([]);
  });
});
