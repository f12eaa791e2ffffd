import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { globSync } from "tinyglobby";
import { readSettings } from "../../../scripts/tools/settings.ts";

const { outDir } = readSettings();

/** Every file of the built site that matches, as paths from its root. */
export const siteFiles = (pattern: string, dir = outDir): string[] => globSync(pattern, { cwd: dir }).sort();

export const readSiteFile = (file: string, dir = outDir): string => readFileSync(join(dir, file), "utf8");

/** Paths of every page as a link names them: `response/`, `404.html`. */
export const pagePaths: readonly string[] = siteFiles("**/*.html").map((file) => file.replace(/index\.html$/, ""));

/** A page as it was built. */
export const htmlOf = (path: string): string => readSiteFile(path === "" || path.endsWith("/") ? `${path}index.html` : path);

/** The document of a page. */
export const documentOf = (path: string): Document => parseHTML(htmlOf(path)).document;
