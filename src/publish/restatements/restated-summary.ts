import type { Restatements } from "../../data/restatements.ts";
import type { Page } from "../../site/ask/page.ts";
import { figureName } from "./ledger-table.ts";
import { restatedSentence } from "./metric-vintages.ts";
import { newestVersions, type RestatedFigure } from "./restated-figures.ts";

/** How many published figures have been restated since, of the newest version of each period, and the most important of them; "" for none. */
export function restatedSummary(page: Page, restated: readonly RestatedFigure[], restatements: Restatements): string {
  const newest = newestVersions(restated.map(({ snapshot }) => snapshot)).map(({ name }) => name);
  const counted = restated.filter(({ snapshot }) => newest.includes(snapshot.name));
  const [largest] = counted;
  if (!largest) return "";
  const { restatements: words } = page.words;
  return page.paragraph(
    words.overview(page.count(counted.length)),
    words.largest(figureName(page, largest), restatedSentence(page, largest, restatements)),
  );
}
