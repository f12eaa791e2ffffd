import { isNamedByContent } from "../tools/named-by-content.ts";
import { STORE } from "./places.ts";

/** The site that pages were built for. */
export interface BuiltSite {
  /** Path under which it was to live, with a slash at both ends. */
  base: string;
  /** Whether it has a file, by its path. */
  has(path: string): boolean;
}

/** Of an attribute that may hold an address: its name and its value. */
const ATTRIBUTE = /\s([a-z-]+)="(\/[^"]*)"/g;

/** What always holds an address. */
const ADDRESSES = ["href", "src"];

const INDEX = "index.html";

/** A page is a folder to servers, and a file to a browser that opens it from a disk. */
const fileAt = (path: string): string => (path === "" || path.endsWith("/") ? path + INDEX : path);

/** Where from the snapshot's root a file lies. */
function placeOf(path: string, { has }: BuiltSite): string | null {
  // out of the snapshot, to the live site
  if (path.startsWith("../")) return fileAt(path);
  const file = fileAt(decodeURI(path));
  if (!has(file)) return null;
  return isNamedByContent(path) ? `../../${STORE}/${path}` : fileAt(path);
}

/**
 * A page whose addresses are relative to its own, so that it lives wherever its snapshot is put, and opens from a folder. Throws where a link
 * leads to what the site does not have.
 */
export function relocate(html: string, path: string, site: BuiltSite): string {
  const up = "../".repeat(path.split("/").length - 1);
  return html.replace(ATTRIBUTE, (whole, name: string, value: string) => {
    if (name === "data-root") return ` ${name}="${up || "./"}"`;
    const isAddress = ADDRESSES.includes(name);
    const [, own = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(value) ?? [];
    const place = own.startsWith(site.base) ? placeOf(own.slice(site.base.length), site) : null;
    if (place !== null) return ` ${name}="${up}${place}${rest}"`;
    if (isAddress) throw new Error(`${path} has a link to what is not in the site: ${value}`);
    return whole;
  });
}
