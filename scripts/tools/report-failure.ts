import { failureText } from "./failure-text.ts";

/** Says on the terminal what went wrong and what to do, without the stack that says nothing to a reader of exports; `TANDEM_DEBUG` shows it. */
export function reportFailure(error: unknown): void {
  const isShort = error instanceof Error && !process.env["TANDEM_DEBUG"];
  console.error(isShort ? `${failureText(error)}\n(TANDEM_DEBUG=1 shows where this was found)` : error);
  process.exitCode = 1;
}

/** What `work` gives; a failure is reported and ends the process. */
export function orExit<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    reportFailure(error);
    process.exit();
  }
}
