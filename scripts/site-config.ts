import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type SiteConfig, siteConfig } from "../src/core/site-config.ts";
import { describeZodError } from "./read/zod-errors.ts";

/** `site.yaml` of a data folder. Throws with the place of what is wrong and the nearest name. */
export function readSiteConfig(dataDir: string): SiteConfig {
  const file = join(dataDir, "site.yaml");
  const given = readYaml(file);
  const { data, error } = siteConfig.safeParse(given);
  if (error) throw describeZodError(error, siteConfig, given, file);
  return data;
}

function readYaml(file: string): unknown {
  try {
    return parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new Error(`cannot read ${file}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}
