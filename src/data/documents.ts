import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { exportReports } from "./export-reports.ts";
import { manifest } from "./manifest.ts";
import { matrixFindings } from "./matrix-findings.ts";
import { reference } from "./reference.ts";
import { restatements } from "./restatements.ts";
import { siteConfig } from "./site-config.ts";

/** Where the data build leaves what the site is made from, from the repository's root: the documents, and the cubes where the manifest says. */
export const BUILT_DATA = ".astro/data";

/** The documents, by name of their file. */
const documents = {
  manifest,
  reference,
  "export-reports": exportReports,
  restatements,
  "matrix-findings": matrixFindings,
  "site-config": siteConfig,
};

/** What each document holds. */
export type Documents = { [Name in keyof typeof documents]: z.infer<(typeof documents)[Name]> };

const fileOf = (folder: string, name: string) => join(folder, `${name}.json`);

/** Writes every document into a folder. */
export function writeDocuments(folder: string, contents: Documents): void {
  for (const [name, content] of Object.entries(contents)) writeFileSync(fileOf(folder, name), `${JSON.stringify(content)}\n`);
}

/** Reads one document of a folder. Throws where it is not there, or is not what its schema says. */
export function readDocument<Name extends keyof Documents>(folder: string, name: Name): Documents[Name] {
  return documents[name].parse(JSON.parse(readFileSync(fileOf(folder, name), "utf8"))) as Documents[Name];
}
