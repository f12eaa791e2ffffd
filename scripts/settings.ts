import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { siteConfig } from "../src/core/site-config.ts";

/** The repository. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Where Astro builds, inside the repository since the half-built site needs its packages; the finished one goes to the settings' `outDir`. */
export const BUILD_DIR = join(ROOT, ".astro/site");

/** What a company sets from outside to keep its data, and the site, out of the repository. */
export interface Settings {
  /** Folder of the company's data. `TANDEM_DATA`, default `data`. */
  dataDir: string;
  /** Folder of the finished site; every build empties it. `TANDEM_OUT`, default `dist`. */
  outDir: string;
  /** First port to try. `PORT`, default 4321. */
  port: number;
  /** Path under which the site lives, with a slash at both ends. `base` in `site.yaml`, default `/`. */
  base: string;
}

function readPort(text: string | undefined): number {
  const port = Number(text || 4321);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`PORT must be a number from 1 to 65535: ${text}`);
  return port;
}

function readBase(dataDir: string): string {
  const file = join(dataDir, "site.yaml");
  const site: unknown = existsSync(file) ? parse(readFileSync(file, "utf8")) : null;
  const base = typeof site === "object" && site !== null && "base" in site ? site.base : "/";
  const { data, error } = siteConfig.shape.base.safeParse(base);
  if (error) throw new Error(`base in ${file} must be ${error.issues[0]?.message}: ${JSON.stringify(base)}`);
  return data;
}

/** Throws where a build would empty a folder that holds the repository or the data. */
function checkOutDir(outDir: string, dataDir: string): string {
  const kept = [ROOT, dataDir, join(ROOT, "src"), join(ROOT, "public")].find((folder) => `${resolve(folder)}/`.startsWith(`${outDir}/`));
  if (kept) throw new Error(`TANDEM_OUT is emptied by every build and must not hold ${kept}: ${outDir}`);
  return outDir;
}

export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const dataDir = resolve(ROOT, env["TANDEM_DATA"] || "data");
  const outDir = checkOutDir(resolve(ROOT, env["TANDEM_OUT"] || "dist"), dataDir);
  return { dataDir, outDir, port: readPort(env["PORT"]), base: readBase(dataDir) };
}
