import { oncePerFrame } from "../when.ts";
import type { MetricFigure } from "./metric-figure.ts";

/** What the page of an embedded figure posts to the page around it: how high it is, in CSS pixels, at the width that it has. */
interface HeightMessage {
  type: "tandem:height";
  height: number;
}

/** Height of the page where its frame sets none; `embed.css` lays out a measured page so. */
function naturalHeight(main: Element): number {
  document.body.toggleAttribute("data-measured", true);
  const { height } = main.getBoundingClientRect();
  document.body.toggleAttribute("data-measured", false);
  return Math.ceil(height);
}

/** Where a figure is embedded, tells the page around it how high it is, whenever that changes. A height is no secret, so any page is told. */
export function tellHeight({ figure, onDraw }: MetricFigure): void {
  const main = figure.closest(".embed main");
  if (!main || parent === window) return;
  let told = 0;
  const tell = oncePerFrame(() => {
    const height = naturalHeight(main);
    if (height === told) return;
    told = height;
    parent.postMessage({ type: "tandem:height", height } satisfies HeightMessage, "*");
  });
  new ResizeObserver(tell).observe(main);
  onDraw(tell);
  figure.querySelector("details")?.addEventListener("toggle", tell);
}
