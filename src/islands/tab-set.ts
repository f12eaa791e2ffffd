import { holds, stamp } from "./stamp.ts";

/** A tab with what it shows. */
interface Tab {
  name: HTMLElement;
  panel: HTMLElement;
}

const MOVES: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/**
 * Links that are tabs where there is script, each of the panel that it names in `aria-controls`; a phone has a list to choose from in their place.
 * What a panel holds comes into the page when it is first shown.
 */
export class TabSet extends HTMLElement {
  #tabs: Tab[] = [];
  #list: HTMLSelectElement | null = null;

  connectedCallback(): void {
    if (this.#tabs.length > 0) return;
    const names = [...this.querySelectorAll<HTMLElement>(":scope > .tab-names [aria-controls]")];
    this.#tabs = names.flatMap((name) => {
      const panel = document.getElementById(name.getAttribute("aria-controls") ?? "");
      return panel ? [{ name, panel }] : [];
    });
    if (this.#tabs.length < 2) return;
    const row = this.querySelector<HTMLElement>(".tab-names");
    const label = row?.dataset["label"] ?? "";
    row?.setAttribute("role", "tablist");
    row?.setAttribute("aria-label", label);
    for (const [at, { name, panel }] of this.#tabs.entries()) {
      name.setAttribute("role", "tab");
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", name.id);
      name.addEventListener("click", (event) => {
        event.preventDefault();
        this.#show(at);
      });
      name.addEventListener("keydown", (event) => this.#onKey(event, at));
    }
    this.#list = this.#makeList(label);
    row?.after(this.#list);
    this.#show(this.#tabs.findIndex(({ panel }) => !panel.hidden));
  }

  /** Shows the panel that holds what has this id, if one does. */
  reveal(id: string): void {
    const at = this.#tabs.findIndex(({ panel }) => holds(panel, id));
    if (at >= 0) this.#show(at);
  }

  #makeList(label: string): HTMLSelectElement {
    const list = document.createElement("select");
    list.className = "tab-list";
    list.ariaLabel = label;
    list.append(...this.#tabs.map(({ name }) => new Option(name.textContent?.trim())));
    list.addEventListener("change", () => this.#show(list.selectedIndex));
    return list;
  }

  #onKey(event: KeyboardEvent, at: number): void {
    const next = MOVES[event.key]?.(at, this.#tabs.length);
    // a link answers Enter alone
    if (next === undefined && event.key !== " ") return;
    event.preventDefault();
    this.#show(next ?? at);
    this.#tabs[next ?? at]?.name.focus();
  }

  #show(shown: number): void {
    for (const [at, { name, panel }] of this.#tabs.entries()) {
      name.ariaSelected = String(at === shown);
      name.tabIndex = at === shown ? 0 : -1;
      panel.hidden = at !== shown;
      if (at === shown) stamp(panel.querySelector<HTMLTemplateElement>(":scope > template"));
    }
    if (this.#list) this.#list.selectedIndex = shown;
  }
}

customElements.define("tab-set", TabSet);
