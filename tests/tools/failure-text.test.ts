import { openSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { describe, expect, test } from "vitest";
import { openDuckDbWasm } from "../../scripts/engine/duckdb-wasm.ts";
import { failureText } from "../../scripts/tools/failure-text.ts";

/** What a call throws. */
async function thrownBy(call: () => unknown): Promise<Error> {
  try {
    await call();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("the call has thrown nothing");
}

/** An error as the system gives it, with a path. */
const refusal = (code: string, path: string) => Object.assign(new Error(`${code}: refused, open '${path}'`), { code, path });

const listen = (port: number) =>
  new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
    const server = createServer();
    server.on("error", reject).listen(port, "localhost", () => resolve(server));
  });

async function listenTwice(): Promise<void> {
  const server = await listen(34_321);
  try {
    await listen(34_321);
  } finally {
    server.close();
  }
}

async function fillEngine(): Promise<void> {
  const engine = await openDuckDbWasm();
  try {
    await engine.run("set memory_limit = '20MB'; create table large as select range as a, random() as b from range(20000000)");
  } finally {
    await engine.close();
  }
}

describe("failureText(error)", () => {
  test("is the message alone where there is nothing to add", () => {
    expect(failureText(new Error("no region: regoin"))).toBe("no region: regoin");
  });

  test("begins with the place in the code that an error knows", () => {
    const error = Object.assign(new Error("unexpected token"), { loc: { file: "src/pages/index.astro", line: 12, column: 3 } });
    expect(failureText(error)).toBe("src/pages/index.astro:12:3: unexpected token");
  });

  test("is that of each error where several are thrown at once, without a stack or colours", () => {
    const errors = [new Error("\x1b[31m[MISSING_EXPORT] \x1b[0mno regoin in units.ts\n"), new Error("no ink")];
    const error = Object.assign(new Error(`2 errors:\n${errors[0]?.stack}`), { errors });
    expect(failureText(error)).toBe("[MISSING_EXPORT] no regoin in units.ts\nno ink");
  });

  test("adds what to do about the cause of an error", () => {
    const error = new Error("the site cannot be written", { cause: new Error("at once", { cause: refusal("EMFILE", "a.csv") }) });
    expect(failureText(error)).toMatch(/^the site cannot be written\ntoo many files are open at once: allow more \(ulimit -n \d+\)/);
  });

  test.each<[string, () => unknown, RegExp]>([
    ["a full disk", () => writeFileSync("/dev/full", "a"), /no space is left on the disk/],
    ["a port in use", listenTwice, /port 34321 is in use: PORT chooses another/],
    ["a full engine", fillEngine, /do not fit into the engine's memory/],
  ])("says what to do about %s", async (_, call, advice) => {
    expect(failureText(await thrownBy(call))).toMatch(advice);
  });

  test.each<[string, RegExp]>([
    ["ENOSPC", /no space is left on the disk of \/nowhere\/site \([\d.]+ MB are free\): make room/],
    ["EDQUOT", /no space is left on the disk of \/nowhere\/site/],
    ["EFBIG", /\/nowhere\/site is larger than this user may write/],
    ["EACCES", /\/nowhere\/site may not be read or written by this user/],
    ["EPERM", /\/nowhere\/site may not be read or written by this user/],
    ["EROFS", /\/nowhere\/site is on a disk that is read only/],
    ["ENFILE", /too many files are open/],
  ])("says what to do about %s, and where", (code, advice) => {
    expect(failureText(refusal(code, "/nowhere/site"))).toMatch(advice);
  });

  test.each<[string, RegExp]>([
    ["No space left on device (os error 28)", /\(os error 28\)\nno space is left on the disk: make room and repeat$/],
    ["File too large (os error 27)", /\na file is larger than this user may write/],
    ["Too many open files (os error 24)", /\ntoo many files are open at once/],
    ["no such number (os error 999)", /\(os error 999\)$/],
  ])("knows the number of the system: %s", (message, text) => {
    expect(failureText(new Error(`Failed to write file\n\nCaused by:\n    ${message}\n`))).toMatch(text);
  });

  test("adds nothing where a file is not there", async () => {
    const error = await thrownBy(() => openSync("nowhere.csv", "r"));
    expect(failureText(error)).toBe(error.message);
  });
});
