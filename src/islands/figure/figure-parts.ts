import { ACCENTS } from "../../cube/topic.ts";
import type { FigureData } from "../../site/figures/figure.ts";
import { tableHtml } from "../../site/say/table-html.ts";
import { writeText } from "../write-text.ts";

/** The words, numbers and notes around a drawing. */
export interface FigureParts {
  /** Says what the figure says now; its table only while it is open. */
  show(data: FigureData | null): void;
  /** Leaves nothing said. */
  clear(): void;
  /** Opens the table, or closes it again if this had opened it. */
  showTable(isShown: boolean): void;
  onTableOpened(listen: () => void): void;
}

/** Gives a figure one of the accents. */
function colour({ classList }: Element, accent: string): void {
  for (const each of ACCENTS) classList.toggle(`accent-${each}`, each === accent);
}

export function figureParts(figure: Element): FigureParts {
  const find = (name: string) => figure.querySelector(`.${name}`);
  const [title, sentence, cases, origin, notes] = ["figure-title", "figure-sentence", "figure-cases", "figure-origin", "figure-notes"].map(
    find,
  );
  const download = figure.querySelector("a[download]");
  const numbers = figure.querySelector<HTMLDetailsElement>("details.figure-numbers");
  const table = numbers?.querySelector(".scroll") ?? null;
  let isOpenedHere = false;
  const say = (words: { sentence: string; cases: string; notes: readonly string[] }) => {
    writeText(sentence, words.sentence);
    writeText(cases, words.cases);
    notes?.replaceChildren(
      ...words.notes.map((note) => {
        const paragraph = figure.ownerDocument.createElement("p");
        paragraph.textContent = note;
        return paragraph;
      }),
    );
  };
  return {
    show(data) {
      if (!data) return;
      writeText(title, data.title);
      writeText(origin, data.source);
      download?.setAttribute("href", data.csv);
      colour(figure, data.page.accentOf(data.metric));
      say({ sentence: data.sentence ?? "", cases: data.n ?? "", notes: data.notes });
      if (table && numbers?.open) table.innerHTML = tableHtml(data.table(), true);
    },
    clear() {
      say({ sentence: "", cases: "", notes: [] });
      table?.replaceChildren();
    },
    showTable(isShown) {
      if (!numbers || (isShown ? numbers.open : !isOpenedHere)) return;
      numbers.open = isShown;
      isOpenedHere = isShown;
    },
    onTableOpened: (listen) => numbers?.addEventListener("toggle", () => numbers.open && listen()),
  };
}
