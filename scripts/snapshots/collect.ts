import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesIn } from "../tools/files-in.ts";
import { isNamedByContent } from "../tools/named-by-content.ts";
import type { Files } from "./pack.ts";
import { relocate } from "./relocate.ts";

/** The files of a built site as a snapshot keeps them. */
export interface Collected {
  /** Pages, with relative addresses, and downloads; by path. */
  pages: Files;
  /** What snapshots share, by path in the store. */
  store: Files;
}

/** The page that a server gives where there is none; it belongs to a whole site. */
const NOT_FOUND = "404.html";

/** Reads a built site that is to live under a base. Throws where a page has a link to what is not in it. */
export function collect(folder: string, base: string): Collected {
  const paths = new Set(filesIn(folder).filter((path) => path !== NOT_FOUND));
  const site = { base, has: (path: string) => paths.has(path) };
  const read = (path: string): [string, Uint8Array] => {
    const bytes = readFileSync(join(folder, path));
    return [path, path.endsWith(".html") ? Buffer.from(relocate(bytes.toString("utf8"), path, site)) : bytes];
  };
  const sorted = [...paths].sort();
  return {
    pages: new Map(sorted.filter((path) => !isNamedByContent(path)).map(read)),
    store: new Map(sorted.filter(isNamedByContent).map(read)),
  };
}
