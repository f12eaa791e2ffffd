import { askedOf } from "../../core/added-keys.ts";
import { type Locale, textIn } from "../../core/text.ts";
import { address } from "../../site/address.ts";
import type { Findable } from "../../site/findable.ts";
import { loadLanguage } from "../load-language.ts";
import { writeText } from "../write-text.ts";
import { findIn } from "./find.ts";

/** As many of what is found are listed; all are counted. */
const LISTED = 30;

type Parts = { input: HTMLInputElement; list: HTMLElement; status: HTMLElement };

function partsOf(dialog: HTMLDialogElement): Parts {
  const [input, list, status] = [
    dialog.querySelector("input"),
    dialog.querySelector("[role=listbox]"),
    dialog.querySelector("[role=status]"),
  ];
  if (!input || !(list instanceof HTMLElement) || !(status instanceof HTMLElement)) throw new Error("not the search of a page");
  return { input, list, status };
}

async function loadIndex(address: string): Promise<Findable[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`could not fetch ${address}: ${response.status}`);
  return response.json();
}

/** On a page where nothing can be selected, what its address asks for goes along; elsewhere the page itself sees to it. */
const passedOn = document.querySelector("filter-bar") ? "" : askedOf(location.search);

function option({ href, name, about }: Findable, i: number, locale: Locale): HTMLAnchorElement {
  const link = document.createElement("a");
  const said = [name, about].map((words) => textIn({ zh: "", en: "", ...words }, locale));
  link.append(...said.map((text) => Object.assign(document.createElement("span"), { textContent: text })));
  Object.assign(link, { href: address(textIn({ zh: "", en: "", ...href }, locale)), role: "option", id: `search-${i}`, tabIndex: -1 });
  if (passedOn) link.search = passedOn;
  return link;
}

/** Marks one of the options as the one that Enter follows. */
function choose({ input, list }: Parts, at: number): void {
  [...list.children].forEach((it, i) => {
    it.ariaSelected = String(i === at);
  });
  const chosen = list.children[at];
  if (chosen) input.setAttribute("aria-activedescendant", chosen.id);
  else input.removeAttribute("aria-activedescendant");
  chosen?.scrollIntoView({ block: "nearest" });
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function onKey(parts: Parts, event: KeyboardEvent): void {
  if (event.isComposing) return;
  const options = [...parts.list.children];
  const at = options.findIndex((it) => it.ariaSelected === "true");
  const step = STEPS[event.key];
  if (step) choose(parts, (at + step + options.length) % options.length);
  else if (event.key === "Enter")
    options[at]?.dispatchEvent(new MouseEvent("click", { ...keysOf(event), bubbles: true, cancelable: true }));
  else return;
  event.preventDefault();
}

/** With Ctrl or ⌘ a link opens beside the page, as with the mouse. */
const keysOf = ({ ctrlKey, metaKey, shiftKey }: KeyboardEvent) => ({ ctrlKey, metaKey, shiftKey });

let isReady = false;

/** Makes the dialog find what is typed into it. Throws when what can be found, or the language, cannot be loaded; may be called again then. */
export async function search(dialog: HTMLDialogElement): Promise<void> {
  if (isReady) return;
  const parts = partsOf(dialog);
  const [all, { locale, words }] = await Promise.all([
    loadIndex(dialog.dataset["index"] ?? ""),
    loadLanguage(document.documentElement.lang),
  ]);
  const show = () => {
    const found = findIn(all, parts.input.value);
    parts.list.replaceChildren(...found.slice(0, LISTED).map((it, i) => option(it, i, locale)));
    choose(parts, 0);
    parts.list.scrollTop = 0;
    writeText(parts.status, parts.input.value.trim() ? words.search.found(found.length) : "");
  };
  parts.input.addEventListener("input", show);
  parts.input.addEventListener("keydown", (event) => onKey(parts, event));
  dialog.addEventListener("click", ({ target }) => {
    // the dialog itself is what lies around its content
    if (target === dialog || (target instanceof Element && target.closest("a"))) dialog.close();
  });
  dialog.addEventListener("close", () => {
    parts.input.value = "";
    show();
  });
  isReady = true;
  show();
}
