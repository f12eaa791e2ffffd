import { existsSync, lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SnapshotManifest } from "../../src/data/snapshot-manifest.ts";
import { filesIn } from "../tools/files-in.ts";
import { sha256 } from "../tools/sha256.ts";
import { bagOf, parseStoreList, STORE_LIST } from "./bag.ts";
import { otherLineEnds, readLog } from "./log.ts";
import { ARCHIVE, LOG, MANIFEST, STORE } from "./places.ts";
import { readManifest } from "./read-snapshot.ts";
import { sealOf } from "./seal.ts";
import { isSignatureOf, PUBLIC_KEY, SIGNATURE, type Signature } from "./signature.ts";

/** A snapshot that was verified. */
export interface Verified {
  /** `2026Q3/v1` */
  name: string;
  manifest: SnapshotManifest;
}

/** Left in folders by the systems of those who looked into them, or hidden; neither checked nor published. */
const isLeftByOthers = (path: string): boolean => /(^|\/)(\.|(thumbs\.db|desktop\.ini)$)/i.test(path);

const withLineFeeds = (bytes: Buffer): Buffer => Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1");

const missing = (path: string) => new Error(`文件缺失 · snapshots/${path} is missing`);

/** Throws unless the bytes of a file have a hash. */
function checkFile(snapshots: string, path: string, expected: string): void {
  const file = join(snapshots, path);
  if (!existsSync(file)) throw missing(path);
  const bytes = readFileSync(file);
  const found = sha256(bytes);
  if (found === expected) return;
  if (sha256(withLineFeeds(bytes)) === expected) throw otherLineEnds(path);
  throw new Error(`文件被改过 · snapshots/${path} was changed: its SHA-256 is ${found}, and ${expected} was frozen`);
}

/** The signature that a manifest names. Throws where it is missing, or of another text or key. */
function checkedSignature(snapshots: string, name: string, signedBy: string | null): Signature | null {
  if (signedBy === null) return null;
  const [file, keyFile] = [join(snapshots, name, SIGNATURE), join(snapshots, name, PUBLIC_KEY)];
  for (const each of [SIGNATURE, PUBLIC_KEY]) if (!existsSync(join(snapshots, name, each))) throw missing(`${name}/${each}`);
  const signature = { bytes: readFileSync(file), key: readFileSync(keyFile, "utf8") };
  if (isSignatureOf(signature, readFileSync(join(snapshots, name, MANIFEST), "utf8"), signedBy)) return signature;
  throw new Error(
    `签名对不上，签名或公钥被改过 · snapshots/${name}/${SIGNATURE} is not the signature of ${MANIFEST} by the key that it names: it was changed, or ${PUBLIC_KEY} was`,
  );
}

/** What was found in the folder of a snapshot. */
interface Checked {
  /** Its files, by path. */
  files: string[];
  /** Hashes of its files in the store, by path in it. */
  stored: Record<string, string>;
}

/** Checks all that lies in the folder of a snapshot. */
function checkSnapshot(snapshots: string, name: string, { content, seal, pages, store }: SnapshotManifest): Checked {
  const expected = sealOf(content);
  if (seal !== expected) throw new Error(`清单被改过，印记不符 · snapshots/${name}/${MANIFEST} was changed: its seal would be ${expected}`);
  checkFile(snapshots, `${name}/${ARCHIVE}`, pages.archive);
  checkFile(snapshots, `${name}/${STORE_LIST}`, store);
  const text = (file: string) => readFileSync(join(snapshots, name, file), "utf8");
  const archive = readFileSync(join(snapshots, name, ARCHIVE));
  const bag = bagOf({
    ...{ manifest: text(MANIFEST), archive, store: text(STORE_LIST), day: content.day },
    signature: checkedSignature(snapshots, name, content.signed_by),
  });
  for (const [path, expectedBytes] of bag) checkFile(snapshots, `${name}/${path}`, sha256(expectedBytes));
  return { files: [...bag.keys()].map((path) => `${name}/${path}`), stored: parseStoreList(text(STORE_LIST)) };
}

/** Throws where the folder holds what the log knows nothing of. */
function checkNothingAdded(snapshots: string, names: readonly string[], frozen: readonly string[]): void {
  const expected = new Set([LOG, ...frozen]);
  const added = filesIn(snapshots).filter((path) => !expected.has(path) && !isLeftByOthers(path));
  const folders = added.map((path) => /^[^/]+\/v\d+(?=\/)/.exec(path)?.[0]);
  const lost = folders.find((name) => name !== undefined && !names.includes(name));
  if (lost !== undefined)
    throw new Error(
      `记录里没有这个快照，记录被截断或丢失，请用备份恢复 · snapshots/${lost}/ has no line in ${LOG}, which was cut off or lost: bring it back from a copy`,
    );
  const [first] = added;
  if (first === undefined) return;
  const isLink = lstatSync(join(snapshots, first)).isSymbolicLink();
  throw new Error(
    isLink
      ? `这是链接，请换成它所指的文件 · snapshots/${first} is a link: put what it leads to in its place`
      : `不属于任何快照，请移出文件夹 · snapshots/${first} is in no snapshot: take it out of the folder`,
  );
}

/**
 * Checks all that is frozen: the chain of the log, every manifest, every byte. Throws with the name of the first file that was changed, is
 * missing, or does not belong there.
 */
export function verifySnapshots(snapshots: string): Verified[] {
  const stored = new Map<string, string>();
  const frozen: string[] = [];
  const verified = readLog(snapshots).map(({ snapshot, manifest: hash, day, previous }) => {
    checkFile(snapshots, `${snapshot}/${MANIFEST}`, hash);
    const manifest = readManifest(snapshots, snapshot);
    if (manifest.content.day !== day || manifest.content.previous !== previous)
      throw new Error(`清单与记录里的那一行不符 · snapshots/${snapshot}/${MANIFEST} does not belong to its line of ${LOG}`);
    const checked = checkSnapshot(snapshots, snapshot, manifest);
    frozen.push(...checked.files);
    for (const [path, expected] of Object.entries(checked.stored)) stored.set(`${STORE}/${path}`, expected);
    return { name: snapshot, manifest };
  });
  for (const [path, hash] of stored) checkFile(snapshots, path, hash);
  const names = verified.map(({ name }) => name);
  checkNothingAdded(snapshots, names, [...frozen, ...stored.keys()]);
  return verified;
}
