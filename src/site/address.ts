import { LOCALES, type Locale } from "../core/text.ts";

/** The path under which the site lives, with a slash at both ends. The build knows it; a browser asks the page, since frozen pages live wherever somebody puts them. */
const ROOT = import.meta.env.SSR
  ? import.meta.env.BASE_URL.replace(/\/?$/, "/")
  : new URL(document.documentElement.dataset["root"] ?? "/", location.href).pathname;

/** Address of a file or page of the site. */
export const address = (path: string): string => `${ROOT}${path}`;

/** Path in the site of an address that the build has made. */
export const pathOf = (made: string): string => made.slice(ROOT.length);

const pathIn = (locale: Locale, path: string): string => (locale === LOCALES[0] ? path : `${locale}/${path}`);

/** Address of a page in a language; "" is the overview. */
export const pageAddress = (locale: Locale, path: string): string => address(pathIn(locale, path));

/** Address of a page of the live site, from a page of a snapshot, which lies three folders deep in it. */
export const liveAddress = (locale: Locale, path: string): string => address(`../../../${pathIn(locale, path)}`);

/** Path of a snapshot's overview in a language, from the root of the live site. */
export const snapshotAddress = (locale: Locale, name: string): string => address(`snapshots/${name}/${pathIn(locale, "")}`);
