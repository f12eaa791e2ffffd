import type { Page } from "../site/ask/page.ts";
import { tableHtml } from "../site/say/table-html.ts";
import type { Drawn, Island } from "./island.ts";
import type { PageFailure } from "./page-failure.ts";
import type { SortableTable } from "./sortable-table.ts";
import { writeText } from "./write-text.ts";

/** Words, a sparkline or a table that follow the reader's selection: an element with `data-live`. One that cannot follow is marked, and the page says so. */
export function liveElement(element: HTMLElement, { kinds, load }: Pick<Island, "kinds" | "load">, failure: PageFailure): Drawn {
  const spec = element.dataset["live"] ?? "";
  const draw = (page: Page) => {
    const part = kinds.livePart(page, spec);
    if ("drawing" in part) return element.replaceChildren(part.drawing);
    if ("table" in part) {
      element.innerHTML = tableHtml(part.table, true);
      return;
    }
    if ("order" in part) return void (element as SortableTable).arrange(part.order);
    writeText(element, part.text);
    if (part.title !== undefined) element.title = part.title;
    if (part.raw !== undefined) element.dataset["raw"] = String(part.raw);
    else delete element.dataset["raw"];
    if (part.href && element instanceof HTMLAnchorElement) element.href = part.href;
    const before = element.dataset["tone"];
    if (before) element.classList.remove(before);
    if (part.tone) element.classList.add(part.tone);
    element.dataset["tone"] = part.tone ?? "";
  };
  const fail: Drawn["fail"] = (reason, retry) => {
    element.toggleAttribute("data-stale", reason !== null);
    failure.report(element, reason === null ? null : { reason, retry });
  };
  return { element, load: () => load(spec), prepare: (page) => void kinds.livePart(page, spec), draw, fail };
}
