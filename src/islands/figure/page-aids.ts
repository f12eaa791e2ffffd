import type { Words } from "../../i18n/language.ts";
import type { Island } from "../island.ts";
import { makeTip, type Tip } from "./tip.ts";

/** What all figures of a page share. */
export interface PageAids {
  tip: Tip;
  /** Says something to those who listen to the page, once they have heard what is being said. */
  announce(text: string): void;
  /** Id of an element with a hint on how to read a figure. */
  hintId(kind: HintKind): string;
  /** Whether a pointer is elsewhere than at its last move on the page: browsers repeat that when what lies below is drawn again or scrolled. */
  isMoved(to: Pick<PointerEvent, "clientX" | "clientY">): boolean;
}

/** By what a figure's marks select: periods, members, or nothing. */
export type HintKind = keyof Words["pointing"]["hints"];

const made = new WeakMap<Island, PageAids>();

function hiddenElement(host: Element, attributes: Record<string, string>): HTMLElement {
  const element = document.createElement("p");
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  host.append(element);
  return element;
}

function makeAids({ page }: Island): PageAids {
  const host = document.querySelector("main") ?? document.body;
  const voice = hiddenElement(host, { class: "visually-hidden", "aria-live": "polite" });
  const idOf = (kind: HintKind) => `pointing-hint-${kind}`;
  let moved: PointerEvent | null = null;
  // reached after the figures have asked
  addEventListener("pointermove", (event) => {
    moved = event;
  });
  return {
    tip: makeTip(host),
    announce: (text) => voice.replaceChildren(text),
    hintId(kind) {
      if (!document.getElementById(idOf(kind)))
        hiddenElement(host, { id: idOf(kind), hidden: "" }).textContent = page.words.pointing.hints[kind];
      return idOf(kind);
    },
    isMoved: ({ clientX, clientY }) => clientX !== moved?.clientX || clientY !== moved.clientY,
  };
}

/** The aids of the page, made when they are first needed. */
export function aidsOf(island: Island): PageAids {
  const found = made.get(island) ?? makeAids(island);
  made.set(island, found);
  return found;
}
