import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keep, recover } from "../../scripts/snapshots/keep.ts";
import { addToLog, readLog } from "../../scripts/snapshots/log.ts";
import { verifySnapshots } from "../../scripts/snapshots/verify.ts";
import { keptSnapshots, newFolder, smallSnapshot } from "./kept.ts";

const names = (snapshots: string) => verifySnapshots(snapshots).map(({ name }) => name);

test("keep(snapshots, snapshot) leaves what verifies, and nothing beside it", async () => {
  const snapshots = await keptSnapshots();
  expect(names(snapshots)).toEqual(["2026Q1/v1", "2026Q2/v1", "2026Q2/v2"]);
  expect(readdirSync(snapshots).sort()).toEqual([".gitattributes", "2026Q1", "2026Q2", "log.jsonl", "store"]);
});

/** What a `keep` that was killed leaves: all that it had written, once the log has its line or before. */
async function killed(isLogged: boolean): Promise<string> {
  const snapshots = await keptSnapshots();
  const other = newFolder();
  cpSync(snapshots, other, { recursive: true });
  const snapshot = await smallSnapshot(snapshots, "2026Q3", 1, { "index.html": "<p>new</p>" });
  keep(other, snapshot);
  const waiting = join(snapshots, ".freezing");
  mkdirSync(waiting);
  cpSync(join(other, "2026Q3/v1"), join(waiting, "2026Q3/v1"), { recursive: true });
  cpSync(join(other, "store"), join(waiting, "store"), { recursive: true });
  writeFileSync(join(waiting, "log.jsonl"), "");
  if (isLogged) addToLog(snapshots, snapshot.line);
  return snapshots;
}

test("recover(snapshots) drops a snapshot that the log does not name yet", async () => {
  const snapshots = await killed(false);
  recover(snapshots);
  expect(names(snapshots)).toEqual(["2026Q1/v1", "2026Q2/v1", "2026Q2/v2"]);
  expect(existsSync(join(snapshots, ".freezing"))).toBe(false);
});

test("keep(snapshots, snapshot) leaves nothing of one that cannot be written", async () => {
  const snapshots = await keptSnapshots();
  const { bag, ...rest } = await smallSnapshot(snapshots, "2026Q3", 1);
  // a file cannot be a folder as well
  expect(() => keep(snapshots, { ...rest, bag: new Map([...bag, ["bagit.txt/x", ""]]) })).toThrow();
  expect(existsSync(join(snapshots, ".freezing"))).toBe(false);
  expect(names(snapshots)).toHaveLength(3);
});

test("git leaves every byte of what was kept as it is", async () => {
  const snapshots = await keptSnapshots();
  const git = (...args: string[]) => execFileSync("git", ["-C", snapshots, ...args], { encoding: "utf8" });
  git("init", "--quiet");
  expect(git("check-attr", "text", "log.jsonl", "store/_astro/x.abc.js", "2026Q1/v1/manifest.json").match(/text: unset/g)).toHaveLength(3);
});

test.for([false, true])(
  "recover(snapshots) puts one that the log names in its place; its folder was moved already: %s",
  async (isMoved) => {
    const snapshots = await killed(true);
    if (isMoved) {
      mkdirSync(join(snapshots, "2026Q3"));
      renameSync(join(snapshots, ".freezing/2026Q3/v1"), join(snapshots, "2026Q3/v1"));
    }
    recover(snapshots);
    expect(names(snapshots)).toEqual(["2026Q1/v1", "2026Q2/v1", "2026Q2/v2", "2026Q3/v1"]);
    expect(readLog(snapshots)).toHaveLength(4);
    expect(existsSync(join(snapshots, ".freezing"))).toBe(false);
  },
);
