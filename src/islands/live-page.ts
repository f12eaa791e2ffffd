import { answerOn } from "./figure/answering.ts";
import { downloadLink } from "./figure/download-link.ts";
import { chooseEmbedded } from "./figure/embedded-figure.ts";
import { sayEmbedded } from "./figure/embedded-words.ts";
import { figureMenu } from "./figure/menu.ts";
import { metricFigure } from "./figure/metric-figure.ts";
import { filterBar } from "./filter-bar/filter-bar.ts";
import { liveElement } from "./live-part.ts";
import { openIsland, type Root } from "./open-island.ts";
import { pageFailure } from "./page-failure.ts";

/** Connects every element of a name, those that come later too. */
function define(name: string, connect: (element: HTMLElement) => void): void {
  customElements.define(
    name,
    class extends HTMLElement {
      connectedCallback() {
        connect(this);
      }
    },
  );
}

/** Makes the page answer: when it is idle or at the reader's first act. Throws when the site's document cannot be loaded; may be called again then. */
export async function start(root: Root): Promise<void> {
  const { island, add, begin } = await openIsland(root);
  define("metric-figure", (element) => {
    const isOther = chooseEmbedded(element, island);
    const figure = metricFigure(element, island);
    add(figure);
    answerOn(figure, island);
    figureMenu(figure, island);
    downloadLink(figure, island);
    sayEmbedded(figure, island);
    if (isOther) island.redraw(figure);
  });
  const failure = pageFailure(island.page.words);
  for (const element of document.querySelectorAll<HTMLElement>("[data-live]")) add(liveElement(element, island, failure));
  define("filter-bar", (element) => filterBar(element, island));
  await begin();
}
