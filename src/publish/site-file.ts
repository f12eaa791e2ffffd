import { createHash } from "node:crypto";
import type { SiteDocument } from "../site/site-document.ts";
import { store } from "./store.ts";

/** The document that browsers load, without what only the pages of the build show. */
function siteDocument(): SiteDocument {
  const { config, reference, tables, cubes } = store.site;
  const { title, company, fiscal_year_starts, minimum_group, minimum_ratings, minimum_lost_deals, minimum_role_holders } = config;
  const facts = cubes.manifest.facts.map((fact) => ({ ...fact, sql: "" }));
  return {
    config: { title, company, fiscal_year_starts, minimum_group, minimum_ratings, minimum_lost_deals, minimum_role_holders },
    manifest: { ...cubes.manifest, facts },
    reference,
    tables,
  };
}

/** The text of the document. */
export const siteText = JSON.stringify(siteDocument());

/** Its file under `data/`, named by its content so that browsers may keep it. */
export const siteFile = `site.${createHash("sha256").update(siteText).digest("hex").slice(0, 10)}.json`;
