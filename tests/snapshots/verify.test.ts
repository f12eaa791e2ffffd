import { cpSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { verifySnapshots } from "../../scripts/snapshots/verify.ts";
import { keptSnapshots, newFolder } from "./kept.ts";

let whole: string;
beforeAll(async () => {
  whole = await keptSnapshots();
});

/** All files that were frozen; one that is hidden tells git how to keep them. */
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)));

/** A copy of the snapshots, changed. */
function changed(change: (folder: string) => void): string {
  const folder = newFolder();
  cpSync(whole, folder, { recursive: true });
  change(folder);
  return folder;
}

const flip = (file: string, at: number) => {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
};

describe("verifySnapshots(snapshots)", () => {
  test("gives every snapshot, in the order of the log", () => {
    expect(verifySnapshots(whole).map(({ name }) => name)).toEqual(["2026Q1/v1", "2026Q2/v1", "2026Q2/v2"]);
    expect(verifySnapshots(newFolder())).toEqual([]);
  });

  test("names the file of one flipped bit, whichever it is", () => {
    for (const path of filesIn(whole)) {
      const { length } = readFileSync(join(whole, path));
      for (const at of [0, length >> 1, length - 2]) {
        const folder = changed((copy) => flip(join(copy, path), at));
        expect(() => verifySnapshots(folder), `${path} at ${at}`).toThrow(`snapshots/${path}`);
      }
    }
  });

  test("names a file that is missing", () => {
    for (const path of filesIn(whole).filter((each) => each !== "log.jsonl")) {
      expect(() => verifySnapshots(changed((copy) => rmSync(join(copy, path)))), path).toThrow(`snapshots/${path} is missing`);
    }
  });

  test.for(["2026Q1/v1/data/more.txt", "store/_astro/other.js", "notes.txt"])("names a file that was added: %s", (path) => {
    const folder = changed((copy) => writeFileSync(join(copy, path), ""));
    expect(() => verifySnapshots(folder)).toThrow(`snapshots/${path} is in no snapshot`);
  });

  test("sees that a line of the log was taken out, moved or cut off", () => {
    const lines = readFileSync(join(whole, "log.jsonl"), "utf8").trimEnd().split("\n");
    const withLines = (...kept: (string | undefined)[]) =>
      changed((copy) => writeFileSync(join(copy, "log.jsonl"), `${kept.join("\n")}\n`));
    const [first, second, third] = lines;
    expect(() => verifySnapshots(withLines(first, third))).toThrow("line 2 (2026Q2/v2) does not follow from the line before");
    expect(() => verifySnapshots(withLines(second, first, third))).toThrow("line 1 (2026Q2/v1) does not follow");
    expect(() => verifySnapshots(withLines(first, second))).toThrow("snapshots/2026Q2/v2/ has no line in log.jsonl");
    expect(() => verifySnapshots(withLines())).toThrow("has no line in log.jsonl, which was cut off or lost");
    expect(() => verifySnapshots(changed((copy) => rmSync(join(copy, "log.jsonl"))))).toThrow("has no line in log.jsonl");
  });

  test("says that line ends were changed, where that is all", () => {
    const texts = filesIn(whole).filter((path) => /\.(jsonl|json|txt)$/.test(path));
    for (const path of texts) {
      const withCrLf = changed((copy) => writeFileSync(join(copy, path), readFileSync(join(copy, path), "utf8").replaceAll("\n", "\r\n")));
      expect(() => verifySnapshots(withCrLf), path).toThrow(`snapshots/${path} has other line ends (CRLF) than were frozen`);
    }
  });

  test("names a folder that is a link, into which nothing can be moved from here", () => {
    const folder = changed((copy) => {
      const elsewhere = join(newFolder(), "2026Q1");
      cpSync(join(copy, "2026Q1"), elsewhere, { recursive: true });
      rmSync(join(copy, "2026Q1"), { recursive: true });
      symlinkSync(elsewhere, join(copy, "2026Q1"));
    });
    expect(() => verifySnapshots(folder)).toThrow("snapshots/2026Q1 is a link: put what it leads to in its place");
  });

  test("is indifferent to what file managers leave in folders", () => {
    const left = [".DS_Store", "2026Q1/.DS_Store", "2026Q1/v1/data/._pages.tar.zst", "store/Thumbs.db", "2026Q2/desktop.ini"];
    const folder = changed((copy) => {
      for (const path of left) writeFileSync(join(copy, path), "");
    });
    expect(verifySnapshots(folder)).toHaveLength(3);
  });

  test("refuses the manifest of a program that it does not know, and says so", () => {
    const folder = changed((copy) => {
      const file = join(copy, "2026Q1/v1/manifest.json");
      writeFileSync(file, readFileSync(file, "utf8").replace('"format": 1', '"format": 2'));
    });
    expect(() => verifySnapshots(folder)).toThrow("snapshots/2026Q1/v1/manifest.json was changed");
  });
});
