import { specOfKey } from "../../site/embed.ts";
import { metricOf } from "../../site/site.ts";
import type { Island } from "../island.ts";

/** Where a figure is embedded, makes it the one that the address names, if its metric has it; whether that is another than the page was built with. */
export function chooseEmbedded(element: HTMLElement, { page }: Island): boolean {
  const metric = element.dataset["embed"];
  const key = new URLSearchParams(location.search).get("figure");
  const spec = metric && key ? specOfKey(key, metricOf(page.site, metric), page.site) : null;
  if (!spec || spec === element.getAttribute("spec")) return false;
  element.setAttribute("spec", spec);
  return true;
}
