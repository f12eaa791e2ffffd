import { unknownName } from "../core/errors.ts";
import type { Routes } from "../site/routes.ts";
import type { Site } from "../site/site.ts";
import { type SiteDocument, siteOf } from "../site/site-document.ts";

/** Something that work needs is not there yet: a cube, or the code of a kind of figure. */
export class NotLoaded extends Error {
  /** What is missing. */
  readonly what: string;
  /** Loads it. Throws with its address. */
  readonly load: () => Promise<void>;

  constructor(what: string, load: () => Promise<void>) {
    super(`not loaded: ${what}`);
    this.what = what;
    this.load = load;
  }
}

/** Does work again and again until all that it misses is loaded. Throws what the work or the loading throws. */
export async function untilLoaded<T>(work: () => T): Promise<T> {
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof NotLoaded)) throw error;
      await error.load();
    }
  }
}

const GZIP = [0x1f, 0x8b];

/** A server may have unpacked the file on its own account. */
async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (!GZIP.every((byte, i) => bytes[i] === byte)) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** What `read` makes of the answer of an address. Throws with the address. */
async function fetched<T>(address: string, read: (response: Response) => Promise<T>): Promise<T> {
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
    return await read(response);
  } catch (cause) {
    throw new Error(`could not fetch ${address}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

/** What a browser has of a site. */
export interface LoadedSite {
  site: Site;
  routes: Routes;
  /** Loads the file of a cube, once; one that failed is asked for again at the next call. Throws with its address. */
  load(file: string): Promise<void>;
}

/** Loads what a site is besides its cubes, from an address such as `/data/site.0123456789.json`; its cubes lie beside it. */
export async function loadSite(address: string): Promise<LoadedSite> {
  const document = await fetched<SiteDocument>(address, (response) => response.json());
  const { files } = document.manifest;
  const bytes = new Map<string, Uint8Array>();
  const coming = new Map<string, Promise<void>>();
  const read = (file: string): Uint8Array => {
    const found = bytes.get(file);
    if (!found) throw new NotLoaded(file, () => load(file));
    return found;
  };
  const loadOne = async (file: string) => {
    const path = files[file];
    if (!path) throw unknownName("cube", file, Object.keys(files), "the site has");
    const { href } = new URL(path, new URL(address, location.href));
    bytes.set(file, await fetched(href, async (response) => unpacked(new Uint8Array(await response.arrayBuffer()))));
  };
  const load = (file: string) => {
    const found = coming.get(file) ?? loadOne(file).finally(() => !bytes.has(file) && coming.delete(file));
    coming.set(file, found);
    return found;
  };
  return { site: siteOf(document, read), routes: document.routes, load };
}
