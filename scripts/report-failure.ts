/** Says on the terminal what went wrong, without the stack that says nothing to a reader of exports; `TANDEM_DEBUG` shows it. */
export function reportFailure(error: unknown): void {
  const isShort = error instanceof Error && !process.env["TANDEM_DEBUG"];
  console.error(isShort ? `${error.message}\n(TANDEM_DEBUG=1 shows where this was found)` : error);
  process.exitCode = 1;
}
