import { SURVEY_SCALE } from "../core/survey-scale.ts";
import type { Text } from "../core/text.ts";
import type { Documentation, Metric } from "../cube/metric.ts";
import type { Site } from "../site/site.ts";

const DOCUMENTATION = import.meta.glob<Documentation>("../metrics/*.ts", { eager: true, import: "documentation" });

/**
 * Exactly what a metric of `src/metrics/` counts and what it leaves out, in a sentence; {least}, {most} and {favourable} stand for the
 * scale of a site's survey. Throws when its file has no documentation.
 */
export function descriptionOf(
  { id }: Pick<Metric, "id">,
  { survey_scale: scale = SURVEY_SCALE }: Pick<Site["config"], "survey_scale">,
): Text {
  const found = DOCUMENTATION[`../metrics/${id}.ts`];
  if (!found) throw new Error(`no documentation of a metric: ${id}; src/metrics/${id}.ts has to export it`);
  const filled = Object.entries(found.description).map(([locale, text]) => [
    locale,
    Object.entries(scale).reduce((sentence, [name, score]) => sentence?.replaceAll(`{${name}}`, String(score)), text),
  ]);
  return Object.fromEntries(filled) as Text;
}
