/** A value that knows who has read it. */
export interface Signal<T> {
  value: T;
  /** Reads without being told of changes. */
  peek(): T;
}

export type ReadonlySignal<T> = { readonly value: T };

interface Reader {
  run(): void;
  readonly sources: Set<Set<Reader>>;
}

let reading: Reader | undefined;
let held: Set<Reader> | undefined;

/** Signals in the size of a chat widget: the same calls as the well-known library, without its memory of computed values. */
export function signal<T>(value: T): Signal<T> {
  const readers = new Set<Reader>();
  return {
    peek: () => value,
    get value() {
      if (reading) {
        readers.add(reading);
        reading.sources.add(readers);
      }
      return value;
    },
    set value(next) {
      if (next === value) return;
      value = next;
      batch(() => {
        for (const reader of readers) held?.add(reader);
      });
    },
  };
}

/** A value made of others; made anew at each reading. */
export function computed<T>(make: () => T): ReadonlySignal<T> {
  return {
    get value() {
      return make();
    },
  };
}

/**
 * Runs `task` now and whenever a signal that it read has changed; what it gives back is run before.
 * @returns ends it
 */
export function effect(task: (() => void) | (() => () => void)): () => void {
  let clean: ReturnType<typeof task>;
  const leave = () => {
    for (const readers of reader.sources) readers.delete(reader);
    reader.sources.clear();
    clean?.();
    clean = undefined;
  };
  const reader: Reader = {
    sources: new Set(),
    run: () => {
      leave();
      const outer = reading;
      reading = reader;
      try {
        clean = task();
      } finally {
        reading = outer;
      }
    },
  };
  reader.run();
  return leave;
}

/** Tells readers of all changes at once, at the end. */
export function batch(task: () => void): void {
  if (held) return task();
  held = new Set();
  try {
    task();
    // A reader that changes something joins the end of the line.
    for (const reader of held) {
      held.delete(reader);
      reader.run();
    }
  } finally {
    held = undefined;
  }
}
