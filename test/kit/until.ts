/** Waits until `probe` gives what `fits`; the last value is in the message when it never does. */
export async function until<T>(probe: () => Promise<T> | T, fits: (value: T) => boolean, limitMs = 8000): Promise<T> {
  const end = Date.now() + limitMs;
  for (;;) {
    const value = await probe();
    if (fits(value)) return value;
    if (Date.now() > end) throw new Error(`Waited ${limitMs} ms in vain; the last was ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
