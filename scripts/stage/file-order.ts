import { DataError, listed, orNearest } from "../../src/core/errors.ts";
import { findFiles } from "../read/files.ts";
import { type EntryPlace, placeIn } from "../sources/entry-place.ts";
import type { Source } from "../sources/sources.ts";

const { compare } = new Intl.Collator("en", { numeric: true });

/** The folders and the name of a file, without its ending, so that `x (1).csv` comes after `x.csv`. */
const stepsOf = (file: string) => file.replace(/\.[^./]*$/, "").split("/");

/** Folder by folder, numbers by their value: `requests-2026-10` after `requests-2026-9`. */
function byName(a: string, b: string): number {
  const [steps, others] = [stepsOf(a), stepsOf(b)];
  const order = steps.map((step, place) => compare(step, others[place] ?? "")).find((difference) => difference !== 0);
  return order ?? (a < b ? -1 : 1);
}

/** A file that is to be the newest and is none of its source. */
const strayNewest = (place: EntryPlace, found: string, files: readonly string[]) =>
  new DataError("不属于此来源的文件 · a file of another source", [
    { ...placeIn(place, "newest"), found, expected: `one of ${listed(files, 10)}${orNearest(found, files)}` },
  ]);

/** The files of a source, relative to the data folder, the newest last. Throws when a pattern matches nothing. */
export async function filesOldestFirst(dataDir: string, source: Pick<Source, "files" | "newest" | "place">): Promise<string[]> {
  const files = (await findFiles(dataDir, source, placeIn(source.place, "files"))).sort(byName);
  const newest: string[] = [];
  for (const pattern of source.newest ?? []) {
    const matched = (await findFiles(dataDir, { files: [pattern] }, placeIn(source.place, "newest"))).sort(byName).toReversed();
    const stray = matched.find((file) => !files.includes(file));
    if (stray !== undefined) throw strayNewest(source.place, stray, files);
    newest.push(...matched.filter((file) => !newest.includes(file)));
  }
  return [...files.filter((file) => !newest.includes(file)), ...newest.toReversed()];
}
