import { makeButton } from "../write-text.ts";
import { placeTip } from "./tip-place.ts";

/** What a tip says. */
export interface TipWords {
  name: string;
  /** The first is what it is about. */
  lines: readonly string[];
  /** How to act on the mark. */
  note?: string | undefined;
  /** A button to act with, where there is no pointer to click with. */
  action?: { label: string; act: () => void } | undefined;
}

/** What a tip belongs to. */
export interface TipOwner {
  /** Box of the mark in the window. */
  box(): DOMRect | null;
  /** Where the pointer is; null when keys walk. */
  point: { x: number; y: number } | null;
  isTouch: boolean;
  /** Within which the tip may stay open when it is touched. */
  element: Element;
  /** The reader closed it. */
  close(): void;
}

/** The one tip of a page. */
export interface Tip {
  show(words: TipWords, owner: TipOwner): void;
  hide(): void;
  readonly element: HTMLElement;
}

function paragraph(className: string, text: string): HTMLElement {
  const element = document.createElement("p");
  element.className = className;
  element.textContent = text;
  return element;
}

function actionButton({ label, act }: { label: string; act: () => void }): HTMLElement {
  const element = makeButton(label, act);
  // the figure keeps the focus
  element.addEventListener("pointerdown", (event) => event.preventDefault());
  element.addEventListener("mousedown", (event) => event.preventDefault());
  return element;
}

const contentOf = ({ name, lines, note, action }: TipWords): HTMLElement[] => [
  ...(name ? [paragraph("tip-name", name)] : []),
  ...lines.map((line, index) => paragraph(index === 0 ? "tip-value" : "tip-line", line)),
  ...(note ? [paragraph("tip-note", note)] : []),
  ...(action ? [actionButton(action)] : []),
];

/** Where one reads a mark: in its middle, of a very wide one further left. */
const readingPoint = ({ x, y, width, height }: DOMRect) => ({ x: x + Math.min(width, 480) / 2, y: y + height / 2 });

function place(element: HTMLElement, { box, point, isTouch }: TipOwner): void {
  const mark = box();
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const isAway = !mark || mark.bottom < 0 || mark.top > height;
  element.hidden = isAway;
  if (isAway) return;
  const tip = { width: element.offsetWidth, height: element.offsetHeight };
  const { x, y } = placeTip({ mark, point: point ?? readingPoint(mark), tip, window: { width, height }, isTouch });
  element.style.setProperty("left", `${Math.round(x)}px`);
  element.style.setProperty("top", `${Math.round(y)}px`);
}

/** Makes the tip; it goes with its mark when the page moves, and closes with Escape and by touching elsewhere. */
export function makeTip(host: Element): Tip {
  const element = document.createElement("div");
  element.className = "tip";
  element.hidden = true;
  host.append(element);
  let owner: TipOwner | null = null;
  const follow = () => owner && place(element, owner);
  const closeBy = (isMeant: boolean) => isMeant && owner?.close();
  addEventListener("scroll", follow, { passive: true, capture: true });
  addEventListener("resize", follow);
  document.addEventListener("keydown", ({ key }) => closeBy(key === "Escape"));
  document.addEventListener("pointerdown", ({ target }) =>
    closeBy(target instanceof Node && !element.contains(target) && owner?.element.contains(target) === false),
  );
  return {
    element,
    show(words, next) {
      owner = next;
      element.classList.toggle("is-touched", next.isTouch);
      element.replaceChildren(...contentOf(words));
      place(element, next);
    },
    hide() {
      owner = null;
      element.hidden = true;
    },
  };
}
