import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { historyWriter } from "../../src/islands/history-writer.ts";

/** A history as a browser keeps it, which refuses while it is set to. */
function makeHistory() {
  const steps = ["/"];
  const state = { isRefusing: false, calls: 0 };
  const take = (at: number) => (_: unknown, __: string, address?: string | URL | null) => {
    state.calls += 1;
    if (state.isRefusing) throw new DOMException("too many calls", "SecurityError");
    steps.splice(at === 0 ? steps.length : -1, 1, String(address));
  };
  return { steps, state, writer: historyWriter({ pushState: take(0), replaceState: take(-1) }) };
}

describe("historyWriter", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("writes each step at once", () => {
    const { steps, writer } = makeHistory();
    for (const address of ["/a", "/b", "/c"]) writer.write(address, "push");
    expect(steps).toEqual(["/", "/a", "/b", "/c"]);
  });

  test("replaces a few times a second while a hand moves, the last one always", () => {
    const { steps, state, writer } = makeHistory();
    writer.write("/0", "push");
    for (let i = 1; i <= 60; i++) {
      vi.advanceTimersByTime(16);
      writer.write(`/${i}`, "replace");
    }
    vi.advanceTimersByTime(300);
    expect(steps).toEqual(["/", "/60"]);
    expect(state.calls).toBeLessThanOrEqual(6);
  });

  test("writes a waiting replacement before the next step", () => {
    const { steps, writer } = makeHistory();
    writer.write("/a", "push");
    writer.write("/b", "replace");
    writer.write("/c", "push");
    expect(steps).toEqual(["/", "/b", "/c"]);
  });

  test("throws nothing where the browser refuses, and writes the newest as a step once it takes it", () => {
    const { steps, state, writer } = makeHistory();
    state.isRefusing = true;
    writer.write("/a", "push");
    writer.write("/b", "replace");
    vi.advanceTimersByTime(5000);
    expect(steps).toEqual(["/"]);
    state.isRefusing = false;
    vi.advanceTimersByTime(2000);
    expect(steps).toEqual(["/", "/b"]);
  });

  test("forgets what it was asked to drop", () => {
    const { steps, state, writer } = makeHistory();
    state.isRefusing = true;
    writer.write("/a", "push");
    writer.drop();
    state.isRefusing = false;
    vi.advanceTimersByTime(5000);
    expect(steps).toEqual(["/"]);
  });
});
