import { specOfKey } from "../../site/embed.ts";
import { metricOf } from "../../site/site.ts";
import type { Island } from "../island.ts";
import { writeText } from "../write-text.ts";

/** Where a figure is embedded, makes it the one that the address names, if its metric has it; whether that is another than the page was built with. */
export function chooseEmbedded(element: HTMLElement, { page }: Island): boolean {
  const key = new URLSearchParams(location.search).get("figure");
  const { embed } = element.dataset;
  if (!embed || !key) return false;
  const metric = metricOf(page.site, embed);
  const spec = specOfKey(key, metric, page.site);
  if (!spec || spec === element.getAttribute("spec")) return false;
  // the title that was built is that of another figure
  writeText(element.closest("figure")?.querySelector(".figure-title"), page.say(metric.label));
  element.setAttribute("spec", spec);
  return true;
}
