import type { FigureData } from "../../site/figures/figure.ts";
import type { Island } from "../island.ts";
import { followKeys } from "./keyboard.ts";
import type { MetricFigure } from "./metric-figure.ts";
import { aidsOf, type HintKind } from "./page-aids.ts";
import { followPointer } from "./pointer.ts";
import { pointingIn } from "./pointing.ts";

function hintOf(data: FigureData): HintKind {
  const choices = data.marks().flatMap(({ choice }) => choice ?? []);
  if (choices.length === 0) return "read";
  return choices.some((choice) => "period" in choice) ? "period" : "members";
}

/** Sets attributes where they differ: setting them again would make the browser lay the page out for each figure that is drawn. */
function setAll(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Makes a figure one stop of the keyboard, named for screen readers. */
function describe({ element, figure, data }: MetricFigure, island: Island): void {
  setAll(element, {
    tabindex: "0",
    // arrow keys reach an application; in a group, a screen reader would keep them to itself
    role: "application",
    "aria-roledescription": island.page.words.pointing.role,
    "aria-label": data?.title ?? figure.querySelector(".figure-title")?.textContent ?? "",
  });
}

/** Makes a figure that shows only words, or only its table, no stop. */
function silence({ element }: MetricFigure): void {
  const hadFocus = document.activeElement === element;
  for (const name of ["tabindex", "role", "aria-roledescription", "aria-label", "aria-describedby"]) element.removeAttribute(name);
  if (hadFocus) element.querySelector("button")?.focus();
}

/** Makes the marks of a figure answer to pointer, touch and keys. As built it has nothing to point at: it is drawn live when first approached. */
export function answerOn(figure: MetricFigure, island: Island): void {
  const { element } = figure;
  const pointing = pointingIn(figure, island);
  const aids = aidsOf(island);
  const hint = () => figure.data && element.setAttribute("aria-describedby", aids.hintId(hintOf(figure.data)));
  const wake = () => (figure.isLive ? hint() : figure.enliven());
  followPointer(pointing, aids);
  followKeys(pointing);
  let isEmpty = element.querySelector(".figure-empty") !== null;
  const follow = () => {
    if (isEmpty || island.reader.selection.show === "table") return silence(figure);
    describe(figure, island);
    if (document.activeElement === element) hint();
  };
  figure.onDraw((data) => {
    isEmpty = data === null;
    follow();
  });
  island.reader.onChange(follow);
  follow();
  element.addEventListener("pointerenter", ({ pointerType }) => pointerType !== "touch" && wake());
  element.addEventListener("pointerdown", wake);
  element.addEventListener("focus", wake);
  if (element.matches(":hover")) wake();
}
