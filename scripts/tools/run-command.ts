import { reportFailure } from "./report-failure.ts";

/** What a command reports to the process that runs it once its work is complete: an exit code of 0 may also come from a library, or from an early end. */
export const COMPLETE = "complete";

/** Node's code for a process that has nothing left to do while it still waits for something. */
const ENDED_EARLY = 13;

function fail(error: unknown): never {
  reportFailure(error);
  // at once: the engine, while it opens, sets the exit code of a process that goes on to 0
  process.exit(process.exitCode);
}

const endNow = () => fail(new Error("启动它的命令已经结束 · the command that started this has ended before it"));

function endsWithParent(): void {
  if (!process.send) return;
  process.on("disconnect", endNow);
  // listening to the other process alone does not keep this one going
  process.channel?.unref();
}

function tellParent(): void {
  if (!process.send) return;
  process.off("disconnect", endNow);
  process.send(COMPLETE, () => process.disconnect());
}

/**
 * Runs what a command is for; `work` gives its exit code. Whatever is thrown, at any moment and in any thread, is reported and ends the
 * process with 1; an end before `work` is done has a code of its own. Ends as well when the command that started this one is killed.
 */
export function runCommand(work: () => Promise<number>): void {
  let isDone = false;
  process.on("uncaughtException", fail);
  process.on("exit", (code) => {
    if (isDone || code !== 0) return;
    console.error("没做完就结束了 · ended before its work was done");
    process.exitCode = ENDED_EARLY;
  });
  endsWithParent();
  work().then((code) => {
    isDone = true;
    process.exitCode = code;
    if (code === 0) tellParent();
    else process.exit();
  }, fail);
}
