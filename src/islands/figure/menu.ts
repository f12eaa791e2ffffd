import type { Page } from "../../site/ask/page.ts";
import { copyText } from "../copy-text.ts";
import type { Island } from "../island.ts";
import { linkTo } from "./figure-links.ts";
import { type MenuItem, menuList, type Outcome } from "./menu-list.ts";
import type { MetricFigure } from "./metric-figure.ts";
import { cite, embed, take } from "./take.ts";
import type { Kind } from "./take-away/take-away.ts";

async function copied(text: string, { words }: Page, isShown = false): Promise<Outcome> {
  const isCopied = await copyText(text);
  return { message: isCopied ? words.menu.copied : words.menu.notCopied, text: isShown || !isCopied ? text : undefined };
}

function showNumbers({ figure }: MetricFigure): undefined {
  const numbers = figure.querySelector<HTMLDetailsElement>("details.figure-numbers");
  if (!numbers) return;
  numbers.open = true;
  // the menu gives the focus back to its button as it closes
  requestAnimationFrame(() => {
    numbers.querySelector("summary")?.focus({ preventScroll: true });
    numbers.scrollIntoView({ block: "nearest" });
  });
}

function itemsOf(figure: MetricFigure, island: Island): MenuItem[] {
  const { menu } = island.page.words;
  const save = async (kind: Kind) => ({ message: menu.saved(await take(figure, island, kind)) });
  return [
    { label: menu.table, act: async () => showNumbers(figure) },
    { label: menu.csv, act: () => save("csv") },
    { label: menu.svg, act: () => save("svg") },
    { label: menu.png, act: () => save("png") },
    { label: menu.link, act: () => copied(linkTo(figure, island), island.page) },
    { label: menu.cite, act: async () => copied(await cite(figure, island), island.page, true) },
    { label: menu.embed, act: async () => copied(await embed(figure, island), island.page, true) },
  ];
}

/** Sets the list below its button and within the page; above where there is no room below. */
function place(list: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const isBelow = at.bottom + list.offsetHeight <= clientHeight || at.top < list.offsetHeight;
  const top = isBelow ? Math.min(at.bottom, Math.max(0, clientHeight - list.offsetHeight)) : at.top - list.offsetHeight;
  const left = Math.max(0, Math.min(at.right, clientWidth) - list.offsetWidth);
  list.style.setProperty("top", `${top + scrollY}px`);
  list.style.setProperty("left", `${left + scrollX}px`);
}

/** Gives a figure its menu: its numbers, its files, a link to it, and ways to cite and to embed it. */
export function figureMenu(figure: MetricFigure, island: Island): void {
  const caption = figure.figure.querySelector("figcaption");
  if (!caption || !("showPopover" in HTMLElement.prototype)) return;
  const { words, titled } = island.page;
  const button = document.createElement("button");
  const list = document.createElement("div");
  const nameOf = (title: string) => titled(words.menu.name, title);
  const name = () => nameOf(figure.data?.title ?? figure.figure.querySelector(".figure-title")?.textContent ?? "");
  Object.assign(button, { type: "button", className: "figure-menu", textContent: "⋯", ariaLabel: name(), ariaHasPopup: "menu" });
  Object.assign(list, { className: "figure-menu-list", popover: "auto" });
  button.popoverTargetElement = list;
  list.addEventListener("beforetoggle", ({ newState }) => {
    if (newState !== "open") return;
    const explain = (error: unknown) => words.menu.failed(error instanceof Error ? error.message : String(error));
    const options = { name: name(), items: itemsOf(figure, island), fieldName: words.menu.toCopy, explain };
    list.replaceChildren(...menuList({ ...options, close: () => list.hidePopover() }));
    requestAnimationFrame(() => {
      place(list, button);
      list.querySelector("button")?.focus({ preventScroll: true });
    });
  });
  figure.onDraw(() => button.setAttribute("aria-label", name()));
  caption.append(button, list);
}
