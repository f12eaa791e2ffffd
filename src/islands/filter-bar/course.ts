import { middleOf } from "../../charts/parts/time-scale.ts";
import { SPARKLINE_MARGINS, sparkline } from "../../charts/sparkline.ts";
import type { TrendPoint } from "../../charts/trend.ts";
import { trendPoints } from "../../site/figures/trend-marks.ts";
import type { Bar } from "./bar.ts";
import { placeDrawing } from "./brush-scale.ts";

const [WIDTH, HEIGHT] = [320, 48];

/** The course of a metric over all months, under the handles. */
export function drawCourse(drawing: HTMLElement, { island: { page, reader } }: Bar, metric: string): void {
  const view = page.view(metric);
  const points = trendPoints(page, view);
  const [first, last] = [points[0], points.at(-1)];
  drawing.replaceChildren();
  if (!first || !last) return;
  const title = page.titled(page.say(view.metric.label), page.words.trendTitle);
  const { words, forms, document } = page;
  const options = {
    id: "bar-months",
    title,
    description: "",
    words,
    forms,
    document,
    accent: page.accentOf(view.metric),
    points: points.length,
  };
  const svg = sparkline(points as TrendPoint[], { ...options, width: WIDTH, height: HEIGHT });
  svg.setAttribute("preserveAspectRatio", "none");
  drawing.append(svg);
  const span = { from: middleOf(first.period), to: middleOf(last.period) };
  const { left, width } = placeDrawing(span, reader.vocabulary, { width: WIDTH, ...SPARKLINE_MARGINS });
  drawing.style.setProperty("left", `${left * 100}%`);
  drawing.style.setProperty("width", `${width * 100}%`);
}
