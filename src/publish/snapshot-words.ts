import type { Frozen, FrozenListing } from "../data/frozen.ts";
import { snapshotAddress } from "../site/address.ts";
import { idOfPeriod } from "../site/ask/metric-view.ts";
import type { Page } from "../site/ask/page.ts";
import type { FrozenPlace } from "../site/figures/figure-citation.ts";

/** Which snapshot a page belongs to: "2026 Q3 · version 1". */
export const snapshotName = (page: Page, { period, version }: Pick<Frozen, "period" | "version">): string =>
  page.words.frozen.name(page.periodName(period), page.count(version));

/** The same with its seal, as its figures are cited. */
export const citedSnapshot = (page: Page, frozen: Pick<Frozen, "period" | "version" | "seal">): string =>
  page.joined(snapshotName(page, frozen), page.words.frozen.seal(frozen.seal));

/** What was frozen last of each period that was, by the id of the period. */
export const frozenPlaces = (page: Page, snapshots: readonly FrozenListing[]): Record<string, FrozenPlace> =>
  Object.fromEntries(
    snapshots.map((each) => [
      idOfPeriod(page.site, each.period),
      { words: citedSnapshot(page, each), root: snapshotAddress(page.language.locale, each.name) },
    ]),
  );
