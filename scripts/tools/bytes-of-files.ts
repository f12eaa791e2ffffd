import { statSync } from "node:fs";
import { globSync } from "tinyglobby";

/** Bytes of all files that match, from a folder; of those whose names begin with a dot only if a pattern says the dot. */
export const bytesOfFiles = (folder: string, patterns: readonly string[]): number =>
  globSync([...patterns], { cwd: folder, absolute: true }).reduce((sum, file) => sum + statSync(file).size, 0);
