import type { Frozen } from "../data/frozen.ts";
import type { Page } from "../site/ask/page.ts";

/** Which snapshot a page belongs to: "2026 Q3 · version 1". */
export const snapshotName = (page: Page, { period, version }: Pick<Frozen, "period" | "version">): string =>
  page.words.frozen.name(page.periodName(period), page.count(version));

/** The same with its seal, as figures of the page are cited; nothing for a page of the live site. */
export const citedSnapshot = (page: Page, frozen: Frozen | undefined): string | undefined =>
  frozen && page.joined(snapshotName(page, frozen), page.words.frozen.seal(frozen.seal));
