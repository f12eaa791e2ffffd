import type { FrozenListing } from "../data/frozen.ts";
import { address, snapshotAddress } from "../site/address.ts";
import type { Page } from "../site/ask/page.ts";
import { linked, numeral, sorted, type TableCell, type TableData } from "../site/say/table.ts";
import { anchorOf, type RestatedFigure } from "./restatements/restated-figures.ts";
import { snapshotName } from "./snapshot-words.ts";

/** How many figures of a snapshot are not what they were, leading to which. */
function changedCell(page: Page, { name }: FrozenListing, restated: readonly RestatedFigure[]): TableCell {
  const figures = restated.filter(({ snapshot }) => snapshot.name === name).length;
  const text = page.count(figures);
  return figures === 0 ? text : linked(text, page.href(`snapshots/restatements/#${anchorOf(name)}`));
}

/** Every version of every period that was frozen, the latest first. */
export function snapshotsTable(page: Page, snapshots: readonly FrozenListing[], restated: readonly RestatedFigure[]): TableData {
  const { snapshots: words, frozen, review } = page.words;
  const { locale } = page.language;
  const nameOf = (snapshot: FrozenListing) => {
    const name = snapshotName(page, snapshot).replaceAll(" ", "\u00a0");
    return snapshot.isProvisional ? page.noted(name, words.provisional) : name;
  };
  return {
    caption: words.title,
    isListed: true,
    head: [words.snapshot, words.asOf, words.day, words.note, frozen.review, review.deck, words.changed, words.seal, numeral(words.files)],
    rows: snapshots
      .toReversed()
      .map((snapshot) => [
        linked(nameOf(snapshot), snapshotAddress(locale, snapshot.name)),
        sorted(page.dayName(snapshot.asOf), snapshot.asOf),
        sorted(page.dayName(snapshot.day), snapshot.day),
        snapshot.note,
        linked(frozen.review, `${snapshotAddress(locale, snapshot.name)}review/`),
        linked("PPTX", address(`snapshots/${snapshot.name}/review.${locale}.pptx`)),
        changedCell(page, snapshot, restated),
        snapshot.seal,
        numeral(page.count(snapshot.files), snapshot.files),
      ]),
  };
}
