import type PptxGenJS from "pptxgenjs";
import type { SlideChart } from "../../src/data/review.ts";
import { drawCaption } from "./caption.ts";
import { COLOUR } from "./colours.ts";
import type { Place } from "./frame.ts";

/** So many periods are named on the axis at most. */
const LABELS = 9;

/** Draws a chart of lines that can be edited. How each line looks, and its numbers, `mend-chart.ts` sets. */
export function drawChart(pptx: PptxGenJS, slide: PptxGenJS.Slide, { caption, format, labels, series }: SlideChart, place: Place): void {
  const { scale, ...box } = drawCaption(slide, caption, place);
  const data = series.map(({ name, values }) => ({ name, labels: [...labels], values: values.map((value) => value ?? 0) }));
  slide.addChart(pptx.ChartType.line, data, {
    ...{ ...box, altText: caption },
    ...{ chartColors: series.map(() => COLOUR.value), displayBlanksAs: "gap" },
    ...{ showLegend: true, legendPos: "b", legendFontSize: 10 * scale, legendColor: COLOUR.muted },
    ...{
      catAxisLabelFontSize: 10 * scale,
      catAxisLabelColor: COLOUR.muted,
      catAxisLabelFrequency: String(Math.ceil(labels.length / LABELS)),
    },
    ...{ catAxisLineColor: COLOUR.rule, dataLabelColor: COLOUR.ink },
    ...{ valAxisLabelFontSize: 10 * scale, valAxisLabelColor: COLOUR.muted, valAxisLabelFormatCode: format, valAxisLineShow: false },
    ...{ valGridLine: { color: COLOUR.rule, size: 0.25, style: "solid" }, catGridLine: { style: "none" } },
  });
}
