import type { FrozenListing } from "../data/frozen.ts";
import { snapshotAddress } from "../site/address.ts";
import type { Page } from "../site/ask/page.ts";
import { linked, numeral, sorted, type TableData } from "../site/say/table.ts";

/** Every version of every period that was frozen, the latest first. */
export function snapshotsTable(page: Page, snapshots: readonly FrozenListing[]): TableData {
  const { frozen, snapshots: words } = page.words;
  const nameOf = ({ period, version, isProvisional }: FrozenListing) => {
    const name = frozen.name(page.periodName(period), page.count(version));
    return isProvisional ? page.noted(name, words.provisional) : name;
  };
  return {
    caption: words.title,
    head: [words.snapshot, words.asOf, words.day, words.note, words.seal, numeral(words.files)],
    rows: snapshots
      .toReversed()
      .map((snapshot) => [
        linked(nameOf(snapshot), snapshotAddress(page.language.locale, snapshot.name)),
        sorted(page.dayName(snapshot.asOf), snapshot.asOf),
        sorted(page.dayName(snapshot.day), snapshot.day),
        snapshot.note,
        snapshot.seal,
        numeral(page.count(snapshot.files), snapshot.files),
      ]),
  };
}
