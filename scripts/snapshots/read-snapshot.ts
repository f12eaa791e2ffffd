import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { onceEach } from "../../src/core/once.ts";
import { type SnapshotManifest, snapshotManifest } from "../../src/data/snapshot-manifest.ts";
import { parseStoreList, STORE_LIST } from "./bag.ts";
import { type Inputs, inputsIn, isInput } from "./inputs.ts";
import { type Files, filesOf, firstFilesOf, unpacked } from "./pack.ts";
import { ARCHIVE, MANIFEST } from "./places.ts";

const METRICS = "api/metrics.json";

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

/** The archives of the snapshots of a folder, by their names. */
export interface Archives {
  unpacked(name: string): Buffer;
  /** Its first files, in the order of their paths, up to that of a path. */
  firstFiles(name: string, last: string): Promise<Files>;
}

/** The archives of a folder of snapshots; one on which others are based is unpacked for all of them once. */
export function archivesIn(snapshots: string): Archives {
  const packedOf = (name: string): [Buffer, Buffer | null] => {
    const { base } = readManifest(snapshots, name).pages;
    return [readFileSync(join(snapshots, name, ARCHIVE)), base === null ? null : baseOf(base)];
  };
  const baseOf = onceEach((name) => unpacked(...packedOf(name)));
  return { unpacked: (name) => unpacked(...packedOf(name)), firstFiles: (name, last) => firstFilesOf(...packedOf(name), last) };
}

/** The pages and downloads of a snapshot, by path. */
export async function readPages(archives: Archives, name: string): Promise<Files> {
  return new Map([...(await filesOf(archives.unpacked(name)))].filter(([path]) => !isInput(path)));
}

/** What the pages of a snapshot were made from, and its `api/metrics.json`: without all that comes behind them. Throws where it has none. */
export async function readInputs(archives: Archives, name: string): Promise<{ document: string; inputs: Inputs }> {
  const files = await archives.firstFiles(name, METRICS);
  const document = files.get(METRICS);
  if (document === undefined) throw new Error(`快照里没有这个文件 · snapshots/${name} has no ${METRICS}`);
  return { document: Buffer.from(document).toString("utf8"), inputs: inputsIn(files) };
}
