import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ROOT } from "../../scripts/tools/settings.ts";

/** Imported before the file itself, which then takes this Node for another. */
const nodeOf = (version: string) => `data:text/javascript,Object.defineProperty(process, "version", { value: "${version}" })`;
const OLDER = nodeOf("v20.19.0");

let folder: string;
const put = (file: string, content: string) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), content);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tandem-run-"));
  for (const file of ["scripts/run.mjs", "scripts/tools/signal-text.mjs"])
    cpSync(join(ROOT, file), join(folder, file), { recursive: true });
  put("package-lock.json", '{ "packages": {} }');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs a script by way of `run.mjs`. */
function run(script: string, ...options: string[]) {
  put("scripts/script.mjs", script);
  const { status, stderr } = spawnSync(process.execPath, [...options, "scripts/run.mjs", "scripts/script.mjs"], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, stderr };
}

describe("node scripts/run.mjs SCRIPT", () => {
  test("hands on the script's exit code", () => {
    expect(run("process.exitCode = 3;")).toEqual({ status: 3, stderr: "" });
  });

  test("says which signal ended the script", () => {
    expect(run('process.kill(process.pid, "SIGKILL"); setTimeout(() => undefined, 60_000);')).toEqual({
      status: 1,
      stderr:
        "被人终止，或系统没有内存了 · scripts/script.mjs was ended by SIGKILL: it was killed, by hand or by a system that had no memory left\n",
    });
  });

  test("does not leave the script behind when it is killed", async () => {
    const runCommand = JSON.stringify(pathToFileURL(join(ROOT, "scripts/tools/run-command.ts")).href);
    put(
      "scripts/script.mjs",
      `import { writeFileSync } from "node:fs";
      import { runCommand } from ${runCommand};
      runCommand(async () => {
        console.log("begun");
        await new Promise((go) => setTimeout(go, 1500));
        writeFileSync("mark", "");
        return 0;
      });`,
    );
    const wrapper = spawn(process.execPath, ["scripts/run.mjs", "scripts/script.mjs"], {
      cwd: folder,
      stdio: ["ignore", "pipe", "ignore"],
    });
    await once(wrapper.stdout, "data");
    wrapper.kill("SIGKILL");
    // the script has the other end of the pipe until it ends
    await once(wrapper, "close");
    expect(existsSync(join(folder, "mark"))).toBe(false);
  });

  test.each(["v18.20.8", "v20.18.3", "v21.7.3", "v22.11.0"])("ends on Node %s, for which npm leaves binaries out", (version) => {
    const { status, stderr } = run("", "--import", nodeOf(version));
    expect([status, stderr]).toEqual([1, `Node 太旧 · Tandem needs Node 20.19, 22.12 or newer; this is ${version}\n`]);
  });

  test.each(["v20.19.0", "v22.12.0", "v23.0.0"])("goes on on Node %s", (version) => {
    expect(run("", "--import", nodeOf(version)).stderr).toMatch(/^装不上需要的 Node，请手工安装 · Node 24 could not be installed/);
  });

  test("names packages that were installed without their scripts, and what to run", () => {
    put("node_modules/node/package.json", "{}");
    const { status, stderr } = run("", "--import", OLDER);
    expect(status).toBe(1);
    expect(stderr).toMatch(/node_modules\/node holds no Node.*--ignore-scripts.*: run npm rebuild node --ignore-scripts=false/);
  });

  test("says what to do where there is no Node for the machine", () => {
    expect(run("", "--import", OLDER).stderr).toMatch(
      /^装不上需要的 Node，请手工安装 · Node 24 could not be installed for \w+ \w+: install it by hand and repeat; this is v20\.19\.0\n$/,
    );
  });
});
