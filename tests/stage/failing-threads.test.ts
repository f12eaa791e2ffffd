import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Feed } from "../../scripts/stage/feed.ts";
import type { FeedResult } from "../../scripts/stage/stage-feeds.ts";
import { stageInThreads } from "../../scripts/stage/threads.ts";
import { type Progress, silentProgress } from "../../scripts/tools/progress.ts";
import { DataError } from "../../src/core/errors.ts";
import { CLOCK } from "./folder.ts";

const unhandled: unknown[] = [];
const note = (reason: unknown) => void unhandled.push(reason);

beforeEach(() => void process.on("unhandledRejection", note).on("uncaughtException", note));
afterEach(() => void process.off("unhandledRejection", note).off("uncaughtException", note));

const feed = (id: string): Feed[] => [{ table: { id, columns: {} }, sources: [], parts: [] } as unknown as Feed];
const TAKEN = { staged: { table: { id: "x" } }, failures: [{ summary: "", issues: [] }] } as unknown as FeedResult;

interface Given {
  /** What each thread runs; it has `port` and `data`. */
  code: string;
  take?: () => Promise<void>;
  shared?: FeedResult[];
  progress?: Progress;
}

/** What staging two groups in two threads comes to. */
async function outcomeOf({ code, take = async () => undefined, shared = [], progress = silentProgress }: Given): Promise<unknown> {
  const start = 'import { parentPort as port, workerData as data } from "node:worker_threads";';
  const script = new URL(`data:text/javascript,${encodeURIComponent(`${start}\n${code}`)}`);
  const dataDir = mkdtempSync(`${tmpdir()}/tandem-`);
  const options = { dataDir, clock: CLOCK, threads: 2, shared, progress, take, script };
  const outcome = await stageInThreads([feed("a"), feed("b")], options).then(
    () => "done",
    (error: unknown) => error,
  );
  await setTimeout(20);
  return outcome;
}

const FINISH = 'port.postMessage({ kind: "finished" });';
const FIRST_ONLY = "if (Atomics.add(data.taken, 0, 1) > 0) { setInterval(() => {}, 1000); await new Promise(() => {}); }";

describe("stageInThreads(groups) rejects", () => {
  test.each([
    ["when a thread throws", 'throw new Error("broken")', "broken"],
    ["when one thread throws while another is at work", `${FIRST_ONLY} throw new Error("broken")`, "broken"],
    ["when a thread throws after its last word", `${FINISH} setTimeout(() => { throw new Error("late") }, 10)`, "late"],
    ["when a promise that nobody awaits rejects", `${FINISH} void Promise.reject(new Error("stray"))`, "stray"],
    ["when a thread exits as if all were well", "process.exit(0)", "ended before its work was done"],
    ["when a thread exits after some of its work", `port.postMessage({ kind: "started", label: "a" }); process.exit(0)`, "ended before"],
    ["when a thread exits while another is at work", `${FIRST_ONLY} process.exit(0)`, "ended before its work was done"],
    [
      "when a message cannot be read here",
      `let deep = []; for (let n = 0; n < 10_000; n += 1) deep = [deep]; port.postMessage(deep); ${FINISH}`,
      "Maximum call stack",
    ],
    ["when a thread cannot be started", "import 'node:no-such-module'", "no-such-module"],
  ])("%s", async (_, code, message) => {
    expect(await outcomeOf({ code })).toMatchObject({ message: expect.stringContaining(message) });
    expect(unhandled).toEqual([]);
  });

  test("with the DataError that a thread throws, as one", async () => {
    const error = await outcomeOf({
      code: 'throw Object.assign(new Error("bad file"), { name: "DataError", issues: [{ file: "a.csv" }] })',
    });
    expect(error).toBeInstanceOf(DataError);
    expect(error).toMatchObject({ message: "bad file", issues: [{ file: "a.csv" }] });
  });

  test("when taking a table that was staged before fails, while threads are at work", async () => {
    const take = () => Promise.reject(new Error("no engine"));
    expect(await outcomeOf({ code: "setInterval(() => {}, 1000)", take, shared: [TAKEN] })).toMatchObject({ message: "no engine" });
    expect(unhandled).toEqual([]);
  });

  test("when a thread throws while a table is being taken", async () => {
    const take = () => setTimeout(50);
    expect(await outcomeOf({ code: 'throw new Error("broken")', take, shared: [TAKEN] })).toMatchObject({ message: "broken" });
    expect(unhandled).toEqual([]);
  });

  test("and ends the tasks that a thread reported", async () => {
    const running = new Set<string>();
    const task: Progress["task"] = async (label, work) => {
      running.add(label);
      const result = await work({ update: () => undefined });
      running.delete(label);
      return result;
    };
    const code = `${FIRST_ONLY} port.postMessage({ kind: "started", label: "a.csv" }); setTimeout(() => process.exit(0), 50)`;
    expect(await outcomeOf({ code, progress: { ...silentProgress, task } })).toBeInstanceOf(Error);
    expect([...running]).toEqual([]);
  });
});

test("stageInThreads(groups) is done when every thread says so", async () => {
  expect(await outcomeOf({ code: FINISH })).toBe("done");
});
