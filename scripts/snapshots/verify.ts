import { existsSync, lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SnapshotManifest } from "../../src/data/snapshot-manifest.ts";
import { filesIn } from "../tools/files-in.ts";
import { sha256 } from "../tools/sha256.ts";
import { BAG_FILES, bagOf, parseStoreList, STORE_LIST } from "./bag.ts";
import { OTHER_LINE_ENDS, readLog } from "./log.ts";
import { ARCHIVE, LOG, MANIFEST, STORE } from "./places.ts";
import { readManifest } from "./read-snapshot.ts";
import { sealOf } from "./seal.ts";

/** A snapshot that was verified. */
export interface Verified {
  /** `2026Q3/v1` */
  name: string;
  manifest: SnapshotManifest;
}

/** Left in folders by the systems of those who looked into them, or hidden; neither checked nor published. */
const isLeftByOthers = (path: string): boolean => /(^|\/)(\.|(thumbs\.db|desktop\.ini)$)/i.test(path);

const withLineFeeds = (bytes: Buffer): Buffer => Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1");

/** Throws unless the bytes of a file have a hash. */
function checkFile(snapshots: string, path: string, expected: string): void {
  const file = join(snapshots, path);
  if (!existsSync(file)) throw new Error(`snapshots/${path} is missing`);
  const bytes = readFileSync(file);
  const found = sha256(bytes);
  if (found === expected) return;
  if (sha256(withLineFeeds(bytes)) === expected) throw new Error(`snapshots/${path} ${OTHER_LINE_ENDS}`);
  throw new Error(`snapshots/${path} was changed: its SHA-256 is ${found}, and ${expected} was frozen`);
}

/** Checks all that lies in the folder of a snapshot; gives the hashes of its files in the store, by path. */
function checkSnapshot(snapshots: string, name: string, { content, seal, pages, store }: SnapshotManifest): Record<string, string> {
  const expected = sealOf(content);
  if (seal !== expected) throw new Error(`snapshots/${name}/${MANIFEST} was changed: its seal would be ${expected}`);
  checkFile(snapshots, `${name}/${ARCHIVE}`, pages.archive);
  checkFile(snapshots, `${name}/${STORE_LIST}`, store);
  const text = (file: string) => readFileSync(join(snapshots, name, file), "utf8");
  const archive = readFileSync(join(snapshots, name, ARCHIVE));
  const bag = bagOf({ manifest: text(MANIFEST), archive, store: text(STORE_LIST), day: content.day });
  for (const [path, expectedBytes] of bag) checkFile(snapshots, `${name}/${path}`, sha256(expectedBytes));
  return parseStoreList(text(STORE_LIST));
}

/** Throws where the folder holds what the log knows nothing of. */
function checkNothingAdded(snapshots: string, names: readonly string[], stored: readonly string[]): void {
  const inBags = names.flatMap((name) => BAG_FILES.map((path) => `${name}/${path}`));
  const expected = new Set([LOG, ...inBags, ...stored.map((path) => `${STORE}/${path}`)]);
  const added = filesIn(snapshots).filter((path) => !expected.has(path) && !isLeftByOthers(path));
  const folders = added.map((path) => /^[^/]+\/v\d+(?=\/)/.exec(path)?.[0]);
  const lost = folders.find((name) => name !== undefined && !names.includes(name));
  if (lost !== undefined) throw new Error(`snapshots/${lost}/ has no line in ${LOG}, which was cut off or lost: bring it back from a copy`);
  const [first] = added;
  if (first === undefined) return;
  const isLink = lstatSync(join(snapshots, first)).isSymbolicLink();
  throw new Error(
    `snapshots/${first} ${isLink ? "is a link: put what it leads to in its place" : "is in no snapshot: take it out of the folder"}`,
  );
}

/**
 * Checks all that is frozen: the chain of the log, every manifest, every byte. Throws with the name of the first file that was changed, is
 * missing, or does not belong there.
 */
export function verifySnapshots(snapshots: string): Verified[] {
  const stored = new Map<string, string>();
  const verified = readLog(snapshots).map(({ snapshot, manifest: hash, day, previous }) => {
    checkFile(snapshots, `${snapshot}/${MANIFEST}`, hash);
    const manifest = readManifest(snapshots, snapshot);
    if (manifest.content.day !== day || manifest.content.previous !== previous)
      throw new Error(`snapshots/${snapshot}/${MANIFEST} does not belong to its line of ${LOG}`);
    for (const [path, expected] of Object.entries(checkSnapshot(snapshots, snapshot, manifest))) stored.set(path, expected);
    return { name: snapshot, manifest };
  });
  for (const [path, hash] of stored) checkFile(snapshots, `${STORE}/${path}`, hash);
  const names = verified.map(({ name }) => name);
  checkNothingAdded(snapshots, names, [...stored.keys()]);
  return verified;
}
