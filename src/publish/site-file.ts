import { createHash } from "node:crypto";
import { routesOf } from "../site/routes.ts";
import type { Site } from "../site/site.ts";
import type { SiteDocument } from "../site/site-document.ts";

/** What browsers load of a site, without what only the pages of the build show. */
export function siteDocument(site: Site): SiteDocument {
  const { config, reference, tables, cubes } = site;
  const { title, company, fiscal_year_starts, currency, survey_scale } = config;
  const { minimum_group, minimum_ratings, minimum_lost_deals, minimum_role_holders } = config;
  const facts = cubes.manifest.facts.map((fact) => ({ ...fact, grain: { zh: "", en: "" }, sql: "" }));
  return {
    config: {
      ...{ title, company, fiscal_year_starts, currency, survey_scale },
      ...{ minimum_group, minimum_ratings, minimum_lost_deals, minimum_role_holders },
    },
    manifest: { ...cubes.manifest, facts },
    routes: routesOf(site),
    reference,
    tables,
  };
}

/** A file below `data/`. */
export interface SiteFile {
  /** It has a hash of the content, so that browsers may keep the file. */
  name: string;
  text: string;
}

/** A file of JSON, named by what it holds. */
export function namedByContent(name: string, content: unknown): SiteFile {
  const text = JSON.stringify(content);
  return { name: `${name}.${createHash("sha256").update(text).digest("hex").slice(0, 10)}.json`, text };
}

/** The file of a site's document. */
export const siteFileOf = (site: Site): SiteFile => namedByContent("site", siteDocument(site));
