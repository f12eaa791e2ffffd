import type { Page } from "../ask/page.ts";

/** Says how many promises came out otherwise in the export than they can be worked out; empty for none. */
export function differentNote(page: Page): string {
  const { compared, different } = page.site.cubes.manifest.promises;
  return different > 0 ? page.words.promisesDiffer(page.count(different), page.count(compared)) : "";
}
