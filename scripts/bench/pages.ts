import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parseHTML } from "linkedom";
import { glob } from "tinyglobby";
import { FROZEN_FILES } from "../snapshots/places.ts";

/** Bytes as they lie in the file, and as they travel. */
interface Weight {
  raw: number;
  gzip: number;
}

export interface PageWeight extends Weight {
  page: string;
}

/** What a page loads without being asked. */
const LOADED = "link[rel=stylesheet], link[rel=icon], link[rel=modulepreload], script[src], img[src]";

function weigh(file: string): Weight {
  const bytes = readFileSync(file);
  return { raw: bytes.length, gzip: gzipSync(bytes).length };
}

const add = (a: Weight, b: Weight): Weight => ({ raw: a.raw + b.raw, gzip: a.gzip + b.gzip });

/** Every page that a build has made of a site, with all that it loads, the heaviest on the wire first. `base` is the path under which the site lives. */
export async function weighPages(siteDir: string, base: string): Promise<PageWeight[]> {
  const pages = await glob("**/*.html", { cwd: siteDir, ignore: FROZEN_FILES });
  const weights = pages.map((page) => {
    const { document } = parseHTML(readFileSync(join(siteDir, page), "utf8"));
    const addresses = [...document.querySelectorAll(LOADED)].map(
      (element) => element.getAttribute("href") ?? element.getAttribute("src") ?? "",
    );
    const files = [...new Set(addresses)].filter((address) => !address.startsWith("data:")).map((address) => address.slice(base.length));
    return { page, ...[page, ...files].map((file) => weigh(join(siteDir, file))).reduce(add) };
  });
  return weights.sort((a, b) => b.gzip - a.gzip);
}
