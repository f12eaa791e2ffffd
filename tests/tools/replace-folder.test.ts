import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { recoverFolder, replaceFolder } from "../../scripts/tools/replace-folder.ts";
import { fillWith, versionOf } from "./version-folder.ts";

const KILLS = 200;
const KILLS_BEHIND_A_LINK = 100;
const AT_ONCE = 4;

let parent: string;
let place: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "tandem-replace-"));
  place = join(parent, "site");
});
afterEach(() => rmSync(parent, { recursive: true }));

/** A place of the first version, behind a link or not. */
function makePlace(folder: string, isLinked: boolean): string {
  const made = join(folder, "site");
  fillWith("first")(isLinked ? join(folder, "releases/first") : made);
  if (isLinked) symlinkSync("releases/first", made);
  return made;
}

describe("replaceFolder(place, fill)", () => {
  test("makes a folder that is not there, and the folders above it", async () => {
    await replaceFolder(join(parent, "a/b/site"), fillWith("new"));
    expect(versionOf(join(parent, "a/b/site"))).toBe("new");
  });

  test("leaves nothing of the folder before, and nothing beside", async () => {
    await replaceFolder(place, fillWith("old"));
    await replaceFolder(place, (folder) => mkdirSync(join(folder, "only")));
    expect([readdirSync(place), readdirSync(parent)]).toEqual([["only"], ["site"]]);
  });

  test.each([false, true])("leaves the folder before, and nothing beside, when filling fails; behind a link: %s", async (isLinked) => {
    makePlace(parent, isLinked);
    const before = readdirSync(parent);
    const filling = replaceFolder(place, (folder) => {
      fillWith("half")(folder);
      throw new Error("no ink");
    });
    await expect(filling).rejects.toThrow("no ink");
    expect(versionOf(place)).toBe("first");
    expect(readdirSync(parent)).toEqual(before);
    if (isLinked) expect(readdirSync(join(parent, "releases"))).toEqual(["first"]);
  });

  test("changes a link to a folder beside the one that it names, which stays until the next time but one", async () => {
    makePlace(parent, true);
    const named: string[] = [];
    for (const version of ["two", "three", "four"]) {
      await replaceFolder(place, fillWith(version));
      named.push(readlinkSync(place));
      expect(versionOf(place)).toBe(version);
    }
    expect(named).toEqual(["releases/site.tandem-a", "releases/site.tandem-b", "releases/site.tandem-a"]);
    expect(versionOf(join(parent, "releases/site.tandem-b"))).toBe("three");
    expect(readdirSync(join(parent, "releases"))).toEqual(["first", "site.tandem-a", "site.tandem-b"]);
  });

  test("fills what a link names that leads nowhere", async () => {
    symlinkSync(join(parent, "nowhere"), place);
    await replaceFolder(place, fillWith("new"));
    expect([versionOf(place), readlinkSync(place)]).toEqual(["new", join(parent, "site.tandem-a")]);
  });
});

describe("recoverFolder(place)", () => {
  test.each<[string, Record<string, string>, string]>([
    ["between the two renames", { ".site.tandem-old": "old", ".site.tandem-new": "new" }, "old"],
    ["before the old folder is taken apart", { site: "new", ".site.tandem-old": "old" }, "new"],
    ["while the old folder is taken apart", { site: "new", ".site.tandem-gone": "half" }, "new"],
    ["while the new folder is filled", { site: "old", ".site.tandem-new": "half" }, "old"],
    ["twice while old folders are taken apart", { site: "new", ".site.tandem-old": "old", ".site.tandem-gone": "half" }, "new"],
  ])("after an end %s leaves one whole folder and nothing beside", (_, left, version) => {
    for (const [name, held] of Object.entries(left)) {
      if (held === "half") mkdirSync(join(parent, name, "1"), { recursive: true });
      else fillWith(held)(join(parent, name));
    }
    recoverFolder(place);
    expect([versionOf(place), readdirSync(parent)]).toEqual([version, ["site"]]);
  });

  test("does nothing where nothing was left", () => {
    recoverFolder(place);
    expect(readdirSync(parent)).toEqual([]);
  });
});

/** Replacements after which a process is killed: in the first, the second or the third. */
const ROUNDS = 3;

/** Kills a process that replaces a folder without end, so long after it has begun a replacement, counted from 0. */
async function killIn(place: string, round: number, milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "replace-for-ever.ts"), place], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let begun = 0;
  for await (const _ of createInterface(child.stdout)) if (begun++ === round) break;
  await wait(milliseconds);
  child.kill("SIGKILL");
  await once(child, "exit");
}

/** What stands in a place that is replaced without end after each of many kills, before and after it is recovered. */
async function killAgainAndAgain(kills: number, isLinked: boolean): Promise<{ before: Set<string>; after: Set<string> }> {
  const seen = { before: new Set<string>(), after: new Set<string>() };
  const started = performance.now();
  await replaceFolder(join(parent, "measured"), fillWith("odd"));
  const taken = performance.now() - started;
  const moments = Array.from({ length: kills }, (_, i) => ({ round: i % ROUNDS, milliseconds: (i / kills) * taken }));
  const killSome = async (): Promise<void> => {
    const own = makePlace(mkdtempSync(join(parent, "place-")), isLinked);
    for (let moment = moments.pop(); moment !== undefined; moment = moments.pop()) {
      await killIn(own, moment.round, moment.milliseconds);
      if (isLinked) seen.before.add(versionOf(own));
      recoverFolder(own);
      seen.after.add(versionOf(own));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, killSome));
  return seen;
}

const VERSIONS = ["first", "odd", "even"];

describe("a process that replaces a folder, killed at many moments,", { timeout: 600_000 }, () => {
  test("leaves the old folder or the new one, whole", async () => {
    const { after } = await killAgainAndAgain(KILLS, false);
    expect([...after].filter((version) => !VERSIONS.includes(version))).toEqual([]);
    expect(after.size).toBeGreaterThan(1);
  });

  test("never shows through a link anything but the old folder or the new one, whole", async () => {
    const { before, after } = await killAgainAndAgain(KILLS_BEHIND_A_LINK, true);
    expect([...before, ...after].filter((version) => !VERSIONS.includes(version))).toEqual([]);
    expect(before.size).toBeGreaterThan(1);
  });
});
