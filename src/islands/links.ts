import { printSelection } from "../core/selection-query.ts";
import { vocabularyOfRoute } from "../site/ask/vocabulary.ts";
import type { Route } from "../site/routes.ts";
import type { Site } from "../site/site.ts";
import type { LoadedSite } from "./load.ts";
import type { Reader } from "./reader.ts";
import { whenIdle } from "./when.ts";

/** Links that lead away from the place where the reader is; a download is the same for every selection, and the page in another language takes all of the address. */
const LINKS = "a[href]:not([download], [hreflang], [href^='#'])";

/** What a reader does to a link that is about to be followed, or copied. */
const ACTS = ["pointerdown", "focusin", "keydown", "click"] as const;

/** Path of a page in every language, from an address under the site's base; null for what is no page. */
export function pathOf(url: Pick<URL, "origin" | "pathname">, { origin, base }: { origin: string; base: string }): string | null {
  if (url.origin !== origin || !url.pathname.startsWith(base) || !url.pathname.endsWith("/")) return null;
  return decodeURI(url.pathname.slice(base.length)).replace(/^en\//, "");
}

/** The query for another page: what of the reader's selection makes sense there; all of it where nothing can be selected, to pass on. */
export function queryFor(
  site: Pick<Site, "metrics" | "cubes" | "config">,
  route: Route | undefined,
  reader: Pick<Reader, "selection" | "vocabulary">,
): string {
  return printSelection(reader.selection, route ? vocabularyOfRoute(site, route) : reader.vocabulary);
}

/** Makes each link to a page of the site that names no selection carry the reader's: once the page is idle, and at once when a link is used. */
export function carrySelection({ site, routes }: Pick<LoadedSite, "site" | "routes">, reader: Reader, base: string): void {
  const carried = new WeakMap<HTMLAnchorElement, string>();
  const carry = (link: HTMLAnchorElement) => {
    const path = pathOf(link, { origin: location.origin, base });
    // a link that names a selection itself keeps it
    if (path === null || (link.search && link.search !== carried.get(link))) return;
    const query = queryFor(site, routes[path], reader);
    if (link.search.slice(1) !== query) link.search = query;
    carried.set(link, link.search);
  };
  let isAsked = false;
  const carryAll = () => {
    isAsked = false;
    document.querySelectorAll<HTMLAnchorElement>(LINKS).forEach(carry);
  };
  const carrySoon = () => {
    if (!isAsked) whenIdle(carryAll);
    isAsked = true;
  };
  const carryOne = ({ target }: Event) => {
    const link = target instanceof Element && target.closest<HTMLAnchorElement>(LINKS);
    if (link) carry(link);
  };
  for (const act of ACTS) addEventListener(act, carryOne, { capture: true, passive: true });
  reader.onChange(carrySoon);
  carrySoon();
}
