import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { globSync } from "tinyglobby";
import { FROZEN_FILES } from "../../../scripts/snapshots/places.ts";
import { readSettings } from "../../../scripts/tools/settings.ts";

const { outDir } = readSettings();

/** Every file that the build has made of the site, as paths from its root, that matches. */
export const siteFiles = (pattern: string, dir = outDir): string[] => globSync(pattern, { cwd: dir, ignore: FROZEN_FILES }).sort();

/** Every file of the built site, with those that were frozen. */
export const allFiles = (): string[] => globSync("**", { cwd: outDir }).sort();

/** Names of the snapshots on the built site, such as `2026Q2/v1`: those that the sample company has. */
export const snapshotNames: readonly string[] = globSync("snapshots/*/v*/index.html", { cwd: outDir }).map((file) =>
  file.split("/").slice(1, 3).join("/"),
);

export const readSiteFile = (file: string, dir = outDir): string => readFileSync(join(dir, file), "utf8");

/** Paths of every page as a link names them: `response/`, `404.html`. */
export const pagePaths: readonly string[] = siteFiles("**/*.html").map((file) => file.replace(/index\.html$/, ""));

/** A page as it was built. */
export const htmlOf = (path: string): string => readSiteFile(path === "" || path.endsWith("/") ? `${path}index.html` : path);

/** The document of a page. */
export const documentOf = (path: string): Document => parseHTML(htmlOf(path)).document;
