import { DEFAULT_SELECTION, withScope } from "../../core/selection.ts";
import type { Words } from "../../i18n/language.ts";
import type { Island } from "../island.ts";
import { isDefault } from "../reader.ts";
import { makeButton } from "../write-text.ts";

function notice(className: string, text: string, ...actions: HTMLButtonElement[]): HTMLElement {
  const element = document.createElement("div");
  element.className = className;
  const words = document.createElement("p");
  words.textContent = text;
  element.append(words, ...actions);
  return element;
}

/** In the place of a drawing: that the selection has nothing for it, and the way back where something is selected. */
export function showEmpty(element: Element, spec: string, { page, reader, kinds }: Island): void {
  const { clearFilters, reset } = page.words.selection;
  const hasFilters = Object.keys(reader.selection.filters).length > 0;
  const back = hasFilters
    ? makeButton(clearFilters, () => reader.select(withScope(reader.selection, { filters: {} })))
    : makeButton(reset, () => reader.select(DEFAULT_SELECTION));
  element.replaceChildren(notice("figure-empty", kinds.emptyWords(page, spec), ...(isDefault(reader) ? [] : [back])));
}

/** Under a drawing that stays: why it could not be drawn again, and the offer to try again. Without a reason, takes that back. */
export function showFailure(
  figure: Element,
  words: Words,
  { reason, retry }: { reason: string | null; retry?: (() => void) | undefined },
): void {
  figure.querySelector(":scope > .figure-failure")?.remove();
  if (reason === null) return;
  const element = notice("figure-failure", words.selection.failed(reason), ...(retry ? [makeButton(words.selection.retry, retry)] : []));
  element.setAttribute("role", "alert");
  figure.append(element);
}
