/** How a new selection enters the browser's history: as a step to come back to, or in the place of the last one, as while a hand still moves. */
export type Entry = "push" | "replace";

/** Writes addresses into the browser's history, as fast as it takes them. */
export interface HistoryWriter {
  write(address: string, entry: Entry): void;
  /** Forgets what is not yet written. */
  drop(): void;
}

/** Between two replacements, in milliseconds. */
const PAUSE = 300;
/** Until a refused address is tried again. Safari takes 100 in 30 seconds. */
const RETRY = 2000;

/** Steps are written at once, replacements with pauses between them; of what waits or was refused, the newest is written a little later. */
export function historyWriter(history: Pick<History, "pushState" | "replaceState">): HistoryWriter {
  let waiting: { address: string; entry: Entry } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const rest = (time: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      flush();
    }, time);
  };
  const flush = () => {
    if (!waiting) return;
    try {
      history[waiting.entry === "push" ? "pushState" : "replaceState"](null, "", waiting.address);
      waiting = null;
      rest(PAUSE);
    } catch {
      rest(RETRY);
    }
  };
  return {
    write(address, entry) {
      if (entry === "push") flush();
      // a step that was refused is still to be made
      waiting = { address, entry: waiting?.entry === "push" ? "push" : entry };
      if (entry === "push" || timer === undefined) flush();
    },
    drop() {
      waiting = null;
    },
  };
}
