import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, posix } from "node:path";
import { convertPathToPattern, isDynamicPattern } from "tinyglobby";
import { parse } from "yaml";
import { z } from "zod";
import { readConfigText } from "../tools/config-text.ts";

/** As much of `sources.yaml` as says where files are; of the rest, whoever reads it for its own sake complains. */
const entry = z.object({ files: z.union([z.string(), z.array(z.string())]) });

const placesSchema = z.object({ exports: z.record(z.string(), z.union([entry, z.array(entry)])) });

function patternsOf(dataDir: string): string[] {
  const file = join(dataDir, "sources.yaml");
  try {
    const { data } = placesSchema.safeParse(existsSync(file) ? parse(readConfigText(file)) : null);
    return Object.values(data?.exports ?? {}).flatMap((given) => [given].flat().flatMap(({ files }) => files));
  } catch {
    return [];
  }
}

/** The patterns of `sources.yaml` that lead out of its data folder, absolute. None while it cannot be read. */
export function patternsOutside(dataDir: string): string[] {
  const folder = convertPathToPattern(dataDir);
  return patternsOf(dataDir)
    .map((pattern) => (isAbsolute(pattern) ? pattern : posix.join(folder, pattern)))
    .filter((pattern) => !pattern.startsWith(`${folder}/`));
}

/** The folders outside a data folder in which its exports lie. */
export function foldersOutside(dataDir: string): string[] {
  const folderOf = (pattern: string): string => (isDynamicPattern(pattern) ? folderOf(dirname(pattern)) : pattern);
  return [...new Set(patternsOutside(dataDir).map((pattern) => folderOf(dirname(pattern))))];
}
