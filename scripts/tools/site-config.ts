import { join } from "node:path";
import { type SiteConfig, siteConfig } from "../../src/data/site-config.ts";
import { readYaml } from "./yaml.ts";
import { describeZodError } from "./zod-errors.ts";

/** `site.yaml` of a data folder. Throws with the place of what is wrong and the nearest name. */
export function readSiteConfig(dataDir: string): SiteConfig {
  const file = join(dataDir, "site.yaml");
  const given = readYaml(file);
  const { data, error } = siteConfig.safeParse(given);
  if (error) throw describeZodError(error, siteConfig, given, file);
  return data;
}
