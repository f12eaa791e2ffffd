import { join } from "node:path";
import { type SiteConfig, siteConfig } from "../../src/data/site-config.ts";
import { checked } from "./checked.ts";
import { readYaml } from "./yaml.ts";

/** `site.yaml` of a data folder. Throws a DataError with all that is wrong. */
export const readSiteConfig = (dataDir: string): SiteConfig => checked(siteConfig, readYaml(join(dataDir, "site.yaml")));
