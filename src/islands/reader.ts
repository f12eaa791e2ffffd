import { canonical } from "../core/canonical-selection.ts";
import { DEFAULT_SELECTION, type Selection, type Vocabulary } from "../core/selection.ts";
import { type Ignored, parseSelection, printSelection } from "../core/selection-query.ts";
import { type Entry, historyWriter } from "./history-writer.ts";

/** Keys of an address that are read elsewhere than in the selection. */
const OTHER_KEYS = ["figure", "open"];

/** The reader's selection. The address is where it lives; this reads it, writes it and calls those who listen. */
export interface Reader {
  readonly selection: Selection;
  readonly vocabulary: Vocabulary;
  /** What the address named and the page does not know. */
  readonly ignored: readonly Ignored[];
  /** Selects; equal selections change nothing. The address follows as soon as the browser takes it. */
  select(next: Selection, entry?: Entry): void;
  /** The address of this page with another selection. */
  addressOf(selection: Selection): string;
  onChange(listen: () => void): void;
}

const otherKeysIn = (query: string): string[] =>
  [...new URLSearchParams(query)]
    .filter(([key]) => OTHER_KEYS.includes(key))
    .map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll("%2C", ",")}`);

/** The reader of this window's address. */
export function readAddress(vocabulary: Vocabulary): Reader {
  const listeners: (() => void)[] = [];
  const written = historyWriter(history);
  let read = parseSelection(location.search, vocabulary, OTHER_KEYS);
  const addressOf = (selection: Selection) => {
    const query = [...otherKeysIn(location.search), printSelection(selection, vocabulary)].filter(Boolean).join("&");
    return `${location.pathname}${query ? `?${query}` : ""}${location.hash}`;
  };
  const announce = () => {
    for (const listen of listeners) listen();
  };
  let shown = printSelection(read.selection, vocabulary);
  addEventListener("popstate", () => {
    written.drop();
    read = parseSelection(location.search, vocabulary, OTHER_KEYS);
    const now = printSelection(read.selection, vocabulary);
    if (now === shown) return;
    shown = now;
    announce();
  });
  return {
    get selection() {
      return read.selection;
    },
    get ignored() {
      return read.ignored;
    },
    vocabulary,
    addressOf,
    select(next, entry = "push") {
      const now = printSelection(next, vocabulary);
      if (now === shown) return;
      shown = now;
      read = { selection: canonical(next, vocabulary), ignored: [] };
      written.write(addressOf(next), entry);
      announce();
    },
    onChange: (listen) => void listeners.push(listen),
  };
}

/** Whether nothing is selected. */
export const isDefault = ({ selection, vocabulary }: Reader): boolean =>
  printSelection(selection, vocabulary) === printSelection(DEFAULT_SELECTION, vocabulary);
