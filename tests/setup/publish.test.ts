import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { publish } from "../../scripts/tools/publish.ts";
import { filesOf } from "./checkout.ts";

const MB = 1_000_000;

let folder: string;
let site: string;
let outDir: string;
const undo: (() => void)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tandem-publish-"));
  [site, outDir] = [join(folder, "built"), join(folder, "disk/site")];
  mkdirSync(site);
  writeFileSync(join(site, "index.html"), "overview");
});
afterEach(() => {
  for (const each of undo.splice(0)) each();
  rmSync(folder, { recursive: true });
});

/** Mounts a small disk; false where this user may not. */
function mount(place: string, ...args: readonly string[]): boolean {
  mkdirSync(place, { recursive: true });
  if (spawnSync("mount", [...args, place]).status !== 0) return false;
  undo.push(() => spawnSync("umount", [place]));
  return true;
}

/** Publishes in a process of its own that may not write more than a megabyte: on a disk of that size, else in one file. */
function publishInLittleRoom(): { status: number | null; stderr: string } {
  const isSmallDisk = mount(join(folder, "small"), "-t", "tmpfs", "-o", "size=1m", "tmpfs");
  if (isSmallDisk) {
    cpSync(outDir, join(folder, "small/site"), { recursive: true });
    outDir = join(folder, "small/site");
  }
  const run = [process.execPath, join(import.meta.dirname, "../tools/publish-once.ts"), site, outDir];
  const limit = isSmallDisk ? "true" : "ulimit -f 1024";
  const { status, stderr } = spawnSync("sh", ["-c", `${limit}; exec "$@"`, "sh", ...run], { encoding: "utf8" });
  return { status, stderr };
}

describe("publish(site, outDir)", () => {
  test("moves a site to a folder that is not there", async () => {
    await publish(site, outDir);
    expect([readdirSync(outDir), existsSync(site)]).toEqual([[".tandem-site", "index.html"], false]);
  });

  test.each<[string, string[]]>([
    ["an empty folder", []],
    ["a site, though it has lost its pages", [".tandem-site"]],
    ["a site from before sites had a mark", ["404.html", "old.html"]],
  ])("replaces %s", async (_, held) => {
    mkdirSync(outDir, { recursive: true });
    for (const name of held) writeFileSync(join(outDir, name), "");
    await publish(site, outDir);
    expect(readdirSync(outDir)).toEqual([".tandem-site", "index.html"]);
  });

  test("puts beside a site what is added, and keeps the site before where none was built", async () => {
    const add = (place: string) => writeFileSync(join(place, "frozen.html"), "");
    expect(await publish(site, outDir, { add })).toBe(0);
    expect(readdirSync(outDir)).toEqual([".tandem-site", "frozen.html", "index.html"]);
    expect(await publish(site, outDir, { build: async () => 3 })).toBe(3);
    expect([readdirSync(outDir), readdirSync(join(outDir, ".."))]).toEqual([[".tandem-site", "frozen.html", "index.html"], ["site"]]);
  });

  test("leaves alone what is no site, and names what it holds", async () => {
    mkdirSync(outDir, { recursive: true });
    writeFileSync(join(outDir, "letter.txt"), "");
    await expect(publish(site, outDir)).rejects.toThrow(`TANDEM_OUT holds something other than a site: ${outDir} (letter.txt)`);
    expect([readdirSync(outDir), readdirSync(site)]).toEqual([["letter.txt"], ["index.html"]]);
  });

  test("that finds no room says how much the site needs and where, and leaves the site before", async () => {
    await publish(site, outDir);
    mkdirSync(site);
    writeFileSync(join(site, "large.bin"), new Uint8Array(3 * MB));
    const { status, stderr } = publishInLittleRoom();
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^网站放不进目标文件夹 · the site \(3\.0 MB\) cannot be put into .*site: (ENOSPC|EFBIG).*\n.*(no space is left on the disk of|larger than)/,
    );
    expect(stderr).not.toMatch(/\n {4}at /);
    expect([Object.keys(filesOf([outDir])), readdirSync(join(outDir, ".."))]).toEqual([
      [join(outDir, ".tandem-site"), join(outDir, "index.html")],
      ["site"],
    ]);
  });

  test("refuses a folder on which a disk is mounted, or replaces what a link on another disk names", async () => {
    mkdirSync(join(folder, "target"));
    const isMounted = mount(outDir, "-t", "tmpfs", "-o", "size=1m", "tmpfs");
    if (isMounted) await expect(publish(site, outDir)).rejects.toThrow("choose a folder inside it");
    const [link, inside] = [join(folder, "link"), isMounted ? join(outDir, "first") : join(folder, "target/first")];
    symlinkSync(inside, link);
    await publish(site, link);
    expect(readdirSync(link)).toEqual([".tandem-site", "index.html"]);
  });
});
