import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const FILES = 100;

/** Fills a folder with a hundred files that all say which version they are of. */
export const fillWith = (version: string) => (folder: string) => {
  for (let i = 0; i < FILES; i++) {
    const file = join(folder, `${i % 10}/${i}.txt`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `version ${version}, file ${i}`);
  }
};

/** The version that a folder is whole in; what else it is. */
export function versionOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const versions = new Set(files.map(({ parentPath, name }) => /^version (\w+),/.exec(readFileSync(join(parentPath, name), "utf8"))?.[1]));
  return files.length === FILES && versions.size === 1 ? String([...versions][0]) : `${files.length} files of ${[...versions].join(", ")}`;
}
