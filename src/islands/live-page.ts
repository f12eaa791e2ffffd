import { answerOn } from "./figure/answering.ts";
import { downloadLink } from "./figure/download-link.ts";
import { chooseEmbedded } from "./figure/embedded-figure.ts";
import { tellHeight } from "./figure/embedded-height.ts";
import { sayEmbedded } from "./figure/embedded-words.ts";
import { figureMenu } from "./figure/menu.ts";
import { metricFigure } from "./figure/metric-figure.ts";
import { filterBar } from "./filter-bar/filter-bar.ts";
import { liveElement } from "./live-part.ts";
import { openIsland, type Root } from "./open-island.ts";
import { pageFailure } from "./page-failure.ts";
import { STAMPED } from "./stamp.ts";

/** Connects every element of a name, those that come later too; one that is moved is connected already. */
function define(name: string, connect: (element: HTMLElement) => void): void {
  customElements.define(
    name,
    class extends HTMLElement {
      #isConnected = false;

      connectedCallback() {
        if (!this.#isConnected) connect(this);
        this.#isConnected = true;
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
    tellHeight(figure);
    if (isOther || !element.hasChildNodes()) island.redraw(figure);
  });
  const failure = pageFailure(island.page.words);
  const live = (root: ParentNode) =>
    [...root.querySelectorAll<HTMLElement>("[data-live]")].map((element) => liveElement(element, island, failure));
  live(document).forEach(add);
  document.addEventListener(STAMPED, ({ target }) => {
    if (!(target instanceof Element)) return;
    for (const part of live(target)) {
      add(part);
      island.redraw(part);
    }
  });
  define("filter-bar", (element) => filterBar(element, island));
  await begin();
}
