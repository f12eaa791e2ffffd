import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { onceEach } from "../../src/core/once.ts";
import { type SnapshotManifest, snapshotManifest } from "../../src/data/snapshot-manifest.ts";
import { parseStoreList, STORE_LIST } from "./bag.ts";
import { type Inputs, inputsIn, isInput } from "./inputs.ts";
import { type Files, filesOf, unpacked } from "./pack.ts";
import { ARCHIVE, MANIFEST } from "./places.ts";

/** The manifest of a snapshot. Throws where it is missing, or was written by a program that this one does not know. */
export function readManifest(snapshots: string, name: string): SnapshotManifest {
  const file = join(snapshots, name, MANIFEST);
  const at = `snapshots/${name}/${MANIFEST}`;
  if (!existsSync(file)) throw new Error(`记录里有的快照，文件缺失 · ${at} is missing: snapshots/log.jsonl names the snapshot`);
  const given: unknown = JSON.parse(readFileSync(file, "utf8"));
  const format = (given as { format?: unknown } | null)?.format;
  if (format !== 1)
    throw new Error(
      `快照的格式不认识，请用冻结它的程序或更新的版本 · ${at} has format ${format}, and this program knows 1: build with the program that froze it, or a newer one`,
    );
  const read = snapshotManifest.safeParse(given);
  if (!read.success)
    throw new Error(`清单被改过，不是 npm run freeze 写的样子 · ${at} was changed: it is not what \`npm run freeze\` writes`);
  return read.data;
}

/** Paths in the store of the files that the pages of a snapshot reach. */
export const storedBy = (snapshots: string, name: string): string[] =>
  Object.keys(parseStoreList(readFileSync(join(snapshots, name, STORE_LIST), "utf8")));

/** Gives the unpacked archive of a snapshot, by its name. */
export type Archives = (name: string) => Buffer;

/** The archives of a folder of snapshots; one on which others are based is unpacked for all of them once. */
export function archivesIn(snapshots: string): Archives {
  const archiveOf = (name: string): Buffer => {
    const { base } = readManifest(snapshots, name).pages;
    return unpacked(readFileSync(join(snapshots, name, ARCHIVE)), base === null ? null : baseOf(base));
  };
  const baseOf = onceEach(archiveOf);
  return archiveOf;
}

/** The pages and downloads of a snapshot, by path. */
export async function readPages(archives: Archives, name: string): Promise<Files> {
  return new Map([...(await filesOf(archives(name)))].filter(([path]) => !isInput(path)));
}

/** A download of a snapshot, as text, and what its pages were made from. Throws where it has no such file. */
export async function readInputs(archives: Archives, name: string, path: string): Promise<{ text: string; inputs: Inputs }> {
  const files = await filesOf(archives(name));
  const file = files.get(path);
  if (file === undefined) throw new Error(`快照里没有这个文件 · snapshots/${name} has no ${path}`);
  return { text: file.toString("utf8"), inputs: inputsIn(files) };
}
