import { DEFAULT_SELECTION, SHOWS } from "../../core/selection.ts";
import type { Island } from "../island.ts";
import { isDefault } from "../reader.ts";
import { oncePerFrame } from "../when.ts";
import { writeText } from "../write-text.ts";
import type { Bar } from "./bar.ts";
import { ignoredNote } from "./ignored-words.ts";
import { barItem, selectionWords } from "./items.ts";
import { fillPopovers } from "./popovers.ts";

/** A selection is said once the reader pauses, in milliseconds. */
const PAUSE = 600;

/** Buttons that say what is chosen, each with one beside it that takes the choice back. */
function items({ element, island }: Bar): () => void {
  const found = [...element.querySelectorAll<HTMLElement>("[data-item]")].flatMap((item) => {
    const [opener, remover] = item.querySelectorAll("button");
    const name = item.dataset["item"] ?? "";
    return opener && remover && name !== "more" && name !== "link" ? [{ item, name, opener, remover }] : [];
  });
  for (const { name, opener, remover } of found) {
    remover.addEventListener("click", () => {
      const { without } = barItem(island.page, name);
      if (without) island.reader.select(without);
      opener.focus();
    });
  }
  return () => {
    for (const { item, name, opener, remover } of found) {
      const { text, without } = barItem(island.page, name);
      writeText(opener.firstElementChild ?? opener, text);
      opener.title = text;
      item.classList.toggle("is-chosen", without !== null);
      remover.hidden = without === null;
      remover.ariaLabel = island.page.words.bar.remove(text);
      if (without) item.hidden = false;
    }
  };
}

/** The button that a phone has instead of the row: how much is chosen, and beside it what. */
function phone({ element, island }: Bar): () => void {
  const [opener, now] = [element.querySelector(".bar-opener > span"), element.querySelector(".bar-now")];
  return () => {
    const { page, reader } = island;
    const chosen = element.querySelectorAll(".is-chosen").length + Number(reader.selection.show !== DEFAULT_SELECTION.show);
    writeText(opener, page.words.bar.filters(chosen));
    writeText(now, selectionWords(page));
  };
}

/** Says to the styles how high the bar is, as what else stays at the top stands below it; a sheet is closed where the window has room for a row. */
function room({ element }: Bar): () => void {
  const sheet = element.querySelector<HTMLElement>(".bar-row");
  new ResizeObserver(() => {
    document.documentElement.style.setProperty("--bar", `${element.offsetHeight}px`);
    if (sheet?.matches(":popover-open") && getComputedStyle(sheet).position !== "fixed") sheet.hidePopover();
  }).observe(element);
  return () => {};
}

/** Drawings or tables. */
function showSwitch({ element, island: { reader } }: Bar): () => void {
  const rounds = [...element.querySelectorAll<HTMLInputElement>(".bar-switch input")];
  const choose = () => {
    const show = SHOWS.find((known) => rounds.some(({ value, checked }) => checked && value === known));
    if (show) reader.select({ ...reader.selection, show });
  };
  for (const round of rounds) round.addEventListener("change", choose);
  if (reader.selection.show === DEFAULT_SELECTION.show) choose();
  return () => {
    const { show } = reader.selection;
    for (const round of rounds) round.checked = round.value === show;
  };
}

function resetButton({ element, island: { reader } }: Bar): () => void {
  const button = element.querySelector(".bar-reset");
  button?.addEventListener("click", () => reader.select(DEFAULT_SELECTION));
  return () => button?.setAttribute("aria-disabled", String(isDefault(reader)));
}

/** The selection in words: on paper, and for those who hear the page, once it changed and rests. */
function words({ element, island }: Bar): () => void {
  const [printed, status] = [element.querySelector(".bar-words"), element.querySelector(".bar-status")];
  let said = selectionWords(island.page);
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    const { page, reader } = island;
    const now = selectionWords(page);
    if (printed) writeText(printed, isDefault(reader) ? "" : page.words.bar.selected(now));
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (now !== said && status) writeText(status, page.words.bar.selected(now));
      said = now;
    }, PAUSE);
  };
}

/** Makes the bar follow and change the reader's selection; where the browser has no popovers, styles hide it. */
export function filterBar(element: HTMLElement, island: Island): void {
  if (!("popover" in HTMLElement.prototype)) return;
  const popovers = element.querySelectorAll<HTMLElement>("[data-panel=members]");
  const bar: Bar = { element, island, dimensions: [...popovers].map(({ dataset }) => dataset["about"] ?? "") };
  const updates = [items, phone, room, showSwitch, resetButton, words, ignoredNote, fillPopovers].map((wire) => wire(bar));
  const update = () => {
    for (const each of updates) each();
  };
  island.reader.onChange(oncePerFrame(update));
  update();
}
