import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { nearest } from "../../src/core/errors.ts";
import { siteConfig } from "../../src/data/site-config.ts";
import { readYaml } from "./yaml.ts";

/** The repository. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Where Astro builds, inside the repository since the half-built site needs its packages; the finished one goes to the settings' `outDir`. */
export const BUILD_DIR = join(ROOT, ".astro/site");

/** What a company sets from outside to keep its data, and the site, out of the repository. */
export interface Settings {
  /** Folder of the company's data. `TANDEM_DATA`, default `data`. */
  dataDir: string;
  /** Folder of the finished site, or a symbolic link to it; every build replaces it. `TANDEM_OUT`, default `dist`. */
  outDir: string;
  /** First port to try. `PORT`, default 4321. */
  port: number;
  /** Path under which the site lives as addresses write it (percent-encoded), with a slash at both ends. `base` in `site.yaml`, default `/`. */
  base: string;
}

function readPort(text: string | undefined): number {
  const port = Number(text || 4321);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`PORT must be a number from 1 to 65535: ${text}`);
  return port;
}

function readBase(dataDir: string): string {
  const file = join(dataDir, "site.yaml");
  const site = existsSync(file) ? readYaml(file) : null;
  const base = typeof site === "object" && site !== null && "base" in site ? site.base : "/";
  const { data, error } = siteConfig.shape.base.safeParse(base);
  if (error) throw new Error(`base in ${file} must be ${error.issues[0]?.message}; found ${JSON.stringify(base)}`);
  return encodeURI(data);
}

/** Throws where there is no such folder, with the one beside it whose name is nearest. */
function checkDataDir(dataDir: string): string {
  if (statSync(dataDir, { throwIfNoEntry: false })?.isDirectory()) return dataDir;
  const parent = dirname(dataDir);
  const near = existsSync(parent) ? nearest(basename(dataDir), readdirSync(parent)) : undefined;
  throw new Error(`TANDEM_DATA names no folder: ${dataDir}${near ? `; did you mean ${join(parent, near)}?` : ""}`);
}

/** Throws where a build would replace a folder that holds the repository or the data. */
function checkOutDir(outDir: string, dataDir: string): string {
  const kept = [ROOT, dataDir, join(ROOT, "src"), join(ROOT, "public")].find((folder) => `${resolve(folder)}/`.startsWith(`${outDir}/`));
  if (kept) throw new Error(`TANDEM_OUT is replaced by every build and must not hold ${kept}: ${outDir}`);
  return outDir;
}

export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const dataDir = checkDataDir(resolve(ROOT, env["TANDEM_DATA"] || "data"));
  const outDir = checkOutDir(resolve(ROOT, env["TANDEM_OUT"] || "dist"), dataDir);
  return { dataDir, outDir, port: readPort(env["PORT"]), base: readBase(dataDir) };
}
