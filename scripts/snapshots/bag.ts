import { sha256 } from "../tools/sha256.ts";
import { parseChecksums, printChecksums } from "./checksums.ts";
import { ARCHIVE, MANIFEST, STORE } from "./places.ts";
import { PUBLIC_KEY, SIGNATURE, type Signature } from "./signature.ts";

/** What goes into the folder of a snapshot. */
export interface BagContent {
  /** Text of `manifest.json`. */
  manifest: string;
  /** The packed pages. */
  archive: Uint8Array;
  /** The list of the files in the store that its pages reach. */
  store: string;
  /** ISO day on which it was frozen. */
  day: string;
  /** Of the manifest; null for a snapshot that nobody signed. */
  signature: Signature | null;
}

/** The list of files in the store, with paths from the folder of a snapshot. */
export const STORE_LIST = "store-sha256.txt";

const OUT = `../../${STORE}/`;

/** The list of the files in the store, from their hashes by path in it. */
export const printStoreList = (hashes: Readonly<Record<string, string>>): string =>
  printChecksums(Object.fromEntries(Object.entries(hashes).map(([path, hash]) => [OUT + path, hash])));

/** Hashes by path in the store, from such a list. */
export const parseStoreList = (text: string): Record<string, string> =>
  Object.fromEntries(Object.entries(parseChecksums(text)).map(([path, hash]) => [path.slice(OUT.length), hash]));

/** The files of a snapshot's folder, by path: a bag by RFC 8493, which `sha256sum -c` verifies with nothing else at hand; so it does the store. */
export function bagOf({ manifest, archive, store, day, signature }: BagContent): Map<string, string | Uint8Array> {
  const tags = {
    "bagit.txt": "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
    "bag-info.txt": `Bagging-Date: ${day}\nPayload-Oxum: ${archive.byteLength}.1\n`,
    "manifest-sha256.txt": printChecksums({ [ARCHIVE]: sha256(archive) }),
    [MANIFEST]: manifest,
    [STORE_LIST]: store,
    ...(signature && { [SIGNATURE]: signature.bytes, [PUBLIC_KEY]: signature.key }),
  };
  const ofTags = Object.fromEntries(Object.entries(tags).map(([path, text]) => [path, sha256(text)]));
  return new Map<string, string | Uint8Array>([
    ...Object.entries(tags),
    ["tagmanifest-sha256.txt", printChecksums(ofTags)],
    [ARCHIVE, archive],
  ]);
}
