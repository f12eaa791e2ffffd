import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { nearest } from "../../src/core/errors.ts";
import { siteConfig } from "../../src/data/site-config.ts";
import { checked } from "./checked.ts";
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
  /**
   * Path under which the site lives as addresses write it (percent-encoded), with a slash at both ends. `base` in `site.yaml`, default `/`.
   * Read when it is asked for, so that a build can say all that is wrong with the settings at once; throws a DataError.
   */
  readonly base: string;
}

function readPort(text: string | undefined): number {
  const port = Number(text || 4321);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`PORT 要是 1 至 65535 的数字 · PORT must be a number from 1 to 65535: ${text}`);
  return port;
}

function readBase(dataDir: string): string {
  const file = join(dataDir, "site.yaml");
  if (!existsSync(file)) return "/";
  const yaml = readYaml(file);
  return encodeURI(checked(z.object({ base: siteConfig.shape.base.default("/") }), { ...yaml, value: yaml.value ?? {} }).base);
}

/** Throws where there is no such folder, with the one beside it whose name is nearest. */
function checkDataDir(dataDir: string): string {
  const found = statSync(dataDir, { throwIfNoEntry: false });
  if (found?.isDirectory()) return dataDir;
  const parent = dirname(dataDir);
  if (found)
    throw new Error(`TANDEM_DATA 指向的是文件，不是文件夹 · TANDEM_DATA names a file, no folder: ${dataDir}; did you mean ${parent}?`);
  const near = existsSync(parent) ? nearest(basename(dataDir), readdirSync(parent)) : undefined;
  const ask = near ? `; did you mean ${join(parent, near)}?` : "";
  throw new Error(`TANDEM_DATA 指向的文件夹不存在 · TANDEM_DATA names no folder: ${dataDir}${ask}`);
}

/** Throws where a build would replace a folder that holds the repository or the data. */
function checkOutDir(outDir: string, dataDir: string): string {
  const kept = [ROOT, dataDir, join(ROOT, "src"), join(ROOT, "public")].find((folder) => `${resolve(folder)}/`.startsWith(`${outDir}/`));
  if (kept)
    throw new Error(
      `TANDEM_OUT 每次构建都会整个替换，里面不能有 ${kept} · TANDEM_OUT is replaced by every build and must not hold ${kept}: ${outDir}`,
    );
  return outDir;
}

export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const dataDir = checkDataDir(resolve(ROOT, env["TANDEM_DATA"] || "data"));
  const outDir = checkOutDir(resolve(ROOT, env["TANDEM_OUT"] || "dist"), dataDir);
  return {
    ...{ dataDir, outDir, port: readPort(env["PORT"]) },
    get base() {
      return readBase(dataDir);
    },
  };
}
