import { existsSync, statSync } from "node:fs";
import { basename, extname, relative, resolve, sep } from "node:path";
import { glob } from "tinyglobby";

/** Endings of files that may be exports; `.xls` is among them so that it is named with what to do. */
const ENDINGS = [".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".parquet", ".pq"];

/** Folders of a data folder that hold what is no export. */
const NO_EXPORTS = ["reference", "published", ".tandem"];

/** What Excel leaves beside a workbook that is open. */
const isLeftOver = (file: string) => basename(file).startsWith("~$");

/** A file that may be an export. */
export interface ExportFile {
  path: string;
  /** As `sources.yaml` names it: relative to the data folder within it, absolute outside. */
  name: string;
}

/**
 * The files that are to be looked at, sorted by name: those of `given`, of which a folder stands for all in it, and those that lie in the
 * data folder, or in its `exports`. Nothing is copied. Throws where a given one is not there.
 */
export async function findExports(dataDir: string, given: readonly string[]): Promise<ExportFile[]> {
  const own = existsSync(dataDir) ? await filesIn(dataDir, NO_EXPORTS) : [];
  const others = await Promise.all(given.map((each) => filesOf(resolve(each))));
  const paths = [...new Set([...own, ...others.flat()])].filter((path) => !isLeftOver(path)).sort();
  return paths.map((path) => ({ path, name: nameIn(dataDir, path) }));
}

async function filesOf(path: string): Promise<string[]> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new Error(`没有这个文件或文件夹 · no such file or folder: ${path}`);
  if (found.isDirectory()) return filesIn(path, []);
  if (ENDINGS.includes(extname(path).toLowerCase())) return [path];
  throw new Error(`不是能读的导出文件 · ${path} is no export that can be read; expected a file that ends with ${ENDINGS.join(", ")}`);
}

async function filesIn(folder: string, without: readonly string[]): Promise<string[]> {
  const ignore = without.map((name) => `${name}/**`);
  const all = await glob("**/*", { cwd: folder, onlyFiles: true, absolute: true, ignore });
  return all.filter((path) => ENDINGS.includes(extname(path).toLowerCase())).map((path) => resolve(path));
}

/** With slashes, as globs have them. */
function nameIn(dataDir: string, path: string): string {
  const inside = relative(dataDir, path);
  const name = inside.startsWith("..") ? path : inside;
  return name.split(sep).join("/");
}
