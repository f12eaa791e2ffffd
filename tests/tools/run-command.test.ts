import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runToCompletion } from "../../scripts/tools/command.ts";
import { ROOT } from "../../scripts/tools/settings.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tandem-command-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const urlOf = (file: string) => JSON.stringify(pathToFileURL(join(ROOT, file)).href);

/** A command whose work is the given code. */
function command(work: string): string {
  const file = join(folder, `${Math.abs(hashOf(work))}.ts`);
  const imports = ["scripts/tools/run-command.ts", "scripts/tools/command.ts", "scripts/engine/duckdb-wasm.ts"].map(urlOf);
  writeFileSync(
    file,
    `import { Worker } from "node:worker_threads";
    import { runCommand } from ${imports[0]};
    const open = async () => (await import(${imports[2]})).openDuckDbWasm();
    const run = async (file: string) => (await import(${imports[1]})).runToCompletion(file);
    runCommand(async () => { ${work} });`,
  );
  return file;
}

const hashOf = (text: string) => [...text].reduce((hash, character) => (hash * 31 + character.charCodeAt(0)) | 0, 7);

function runAlone(file: string, env: NodeJS.ProcessEnv = {}) {
  const { status, stderr } = spawnSync(process.execPath, [file], { encoding: "utf8", env: { ...process.env, ...env } });
  return { status, stderr };
}

const thread = (code: string) => `new Worker(${JSON.stringify(code)}, { eval: true });`;
const FOR_EVER = "await new Promise((resolve) => setTimeout(resolve, 60_000)); return 0;";

/** How work can end other than well, with the exit code and what is said. */
const ENDS: [string, string, number, RegExp][] = [
  ["throws", `throw new Error("no ink");`, 1, /^no ink\n/],
  [
    "throws while the engine opens",
    `const opening = open(); await Promise.all([opening, Promise.reject(new Error("no ink"))]); return 0;`,
    1,
    /^no ink\n/,
  ],
  ["gives a code of its own", "return 3;", 3, /^$/],
  ["leaves a rejection to nobody", `void Promise.reject(new Error("no ink")); ${FOR_EVER}`, 1, /^no ink\n/],
  ["throws from a timer", `setTimeout(() => { throw new Error("no ink"); }); ${FOR_EVER}`, 1, /^no ink\n/],
  ["throws in a thread", `${thread(`throw new Error("no ink")`)} ${FOR_EVER}`, 1, /^no ink\n/],
  ["waits for what never comes", "return new Promise(() => undefined);", 13, /^没做完就结束了 · ended before its work was done/],
  [
    "waits for what never comes once the engine is open",
    "await open(); return new Promise(() => undefined);",
    13,
    /^没做完就结束了 · ended before its work was done/,
  ],
  ["ends the process with 0", "process.exit(0);", 13, /^没做完就结束了 · ended before its work was done/],
  ["kills itself", `process.kill(process.pid, "SIGKILL"); ${FOR_EVER}`, 1, /was ended by SIGKILL: it was killed/],
  ["runs a command that fails", `return run(${JSON.stringify("FAILING")});`, 1, /^no ink\n/],
];

describe("a command whose work", () => {
  const failing = () => relative(ROOT, command(`throw new Error("no ink");`));
  const fileOf = (work: string) => command(work.replace("FAILING", failing()));
  const alone = ENDS.filter(([what]) => what !== "kills itself");

  test.each(alone)("%s ends with a code that says so, without a stack", (_, work, code, said) => {
    const { status, stderr } = runAlone(fileOf(work));
    expect(status).toBe(code);
    expect(stderr).toMatch(said);
    expect(stderr).not.toMatch(/\n {4}at /);
  });

  test.each(ENDS)("%s is not complete to who runs it", async (_, work, code) => {
    expect(await runToCompletion(relative(ROOT, fileOf(work)))).toBe(code);
  });

  test("is done ends with 0, and is complete", async () => {
    const file = command("await open(); return 0;");
    expect(runAlone(file).status).toBe(0);
    expect(await runToCompletion(relative(ROOT, file))).toBe(0);
  });

  test("throws shows where when TANDEM_DEBUG is set", () => {
    expect(runAlone(failing(), { TANDEM_DEBUG: "1" }).stderr).toMatch(/no ink\n {4}at /);
  });

  test("goes on when whoever started it is killed ends as well", async () => {
    const mark = join(folder, "mark");
    const fs = `const { writeFileSync } = await import("node:fs");`;
    const child = command(
      `${fs} console.log("begun"); await new Promise((go) => setTimeout(go, 1500)); writeFileSync(${JSON.stringify(mark)}, ""); return 0;`,
    );
    const parent = spawn(process.execPath, [command(`return run(${JSON.stringify(relative(ROOT, child))});`)], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    await once(parent.stdout, "data");
    parent.kill("SIGKILL");
    // the child has the other end of the pipe until it ends
    await once(parent, "close");
    expect(existsSync(mark)).toBe(false);
  });
});

test("a program that ends with 0 without saying that its work is complete is not", async () => {
  const file = join(folder, "silent.ts");
  writeFileSync(file, "process.exitCode = 0;");
  expect(await runToCompletion(relative(ROOT, file))).toBe(1);
});
