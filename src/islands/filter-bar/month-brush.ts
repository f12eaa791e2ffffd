import { middleOf } from "../../charts/parts/time-axis.ts";
import { SPARKLINE_MARGINS, sparkline } from "../../charts/sparkline.ts";
import type { TrendPoint } from "../../charts/trend.ts";
import { type Month, periodOf, periodSpanning } from "../../core/periods.ts";
import { type Selection, withScope } from "../../core/selection.ts";
import { trendPoints } from "../../site/figures/trend-figure.ts";
import { oncePerFrame } from "../when.ts";
import { writeText } from "../write-text.ts";
import type { Bar, Panel } from "./bar.ts";
import { placeDrawing, type Reach } from "./brush-scale.ts";
import { make, makeGroup } from "./controls.ts";

const [WIDTH, HEIGHT] = [320, 48];

interface Brush {
  drawing: HTMLElement;
  handles: readonly [HTMLInputElement, HTMLInputElement];
}

function makeHandle(label: string, { first, last }: Reach): HTMLInputElement {
  return make("input", { type: "range", min: String(first), max: String(last), step: "1", ariaLabel: label });
}

/** The course of a metric over all months, under the handles. */
function drawCourse({ drawing }: Brush, { island: { page, reader } }: Bar, metric: string): void {
  const view = page.view(metric);
  const points = trendPoints(page, view);
  const [first, last] = [points[0], points.at(-1)];
  drawing.replaceChildren();
  if (!first || !last) return;
  const title = page.titled(page.say(view.metric.label), page.words.trendTitle);
  const { locale, document } = page;
  const options = { id: "bar-months", title, description: "", locale, document, accent: page.accentOf(view.metric), points: points.length };
  const svg = sparkline(points as TrendPoint[], { ...options, width: WIDTH, height: HEIGHT });
  svg.setAttribute("preserveAspectRatio", "none");
  drawing.append(svg);
  const span = { from: middleOf(first.period), to: middleOf(last.period) };
  const { left, width } = placeDrawing(span, reader.vocabulary, { width: WIDTH, ...SPARKLINE_MARGINS });
  drawing.style.setProperty("left", `${left * 100}%`);
  drawing.style.setProperty("width", `${width * 100}%`);
}

/** Selects what the handles span: at once, but only once in a frame, and as one step of the browser's history for each movement of a hand. */
function follow({ handles }: Brush, { island }: Bar): void {
  const { reader } = island;
  // from which each step of a movement is taken, so that a second period met on the way is passed by
  let before: Selection | null = null;
  const select = () => {
    if (!before) return;
    const [start, end] = handles.map(({ valueAsNumber }) => valueAsNumber) as [Month, Month];
    const next = withScope(before, { period: periodSpanning(start, end, reader.vocabulary.fiscalStart) });
    reader.select(next, reader.selection === before ? "push" : "replace");
  };
  const selectOnce = oncePerFrame(select);
  handles.forEach((handle, i) => {
    handle.addEventListener("input", () => {
      const [start, end] = handles;
      if (start.valueAsNumber > end.valueAsNumber) handle.value = (handles[1 - i] as HTMLInputElement).value;
      before ??= reader.selection;
      selectOnce();
    });
    handle.addEventListener("change", () => {
      before ??= reader.selection;
      select();
      before = null;
    });
  });
}

/** A range of months, chosen by two handles over the course of the page's first metric. */
export function monthBrush(bar: Bar, metric: string): Panel {
  const { island } = bar;
  const { words, periodName } = island.page;
  const { first, last } = island.reader.vocabulary;
  const handles = [words.bar.from, words.bar.to].map((label) => makeHandle(label, { first, last }));
  const drawing = make("div", { className: "bar-course", ariaHidden: "true" });
  const chosen = make("output", { className: "bar-chosen" });
  const track = make("div", { className: "bar-track" }, drawing, ...handles);
  const brush: Brush = { drawing, handles: handles as [HTMLInputElement, HTMLInputElement] };
  follow(brush, bar);
  const nameOf = (month: Month) => periodName(periodOf(month, "month"));
  const ends = make(
    "div",
    { className: "bar-ends", ariaHidden: "true" },
    make("span", {}, nameOf(first)),
    chosen,
    make("span", {}, nameOf(last)),
  );
  let drawnFor = "";
  const drawOnce = async () => {
    const key = JSON.stringify(island.page.slice.filters);
    if (key === drawnFor) return;
    await island.whenLoaded(() => drawCourse(brush, bar, metric));
    drawnFor = key;
  };
  return {
    content: [makeGroup(words.bar.months, track, ends)],
    update() {
      const { period } = island.page;
      [period.start, period.end].forEach((month, i) => {
        const handle = brush.handles[i] as HTMLInputElement;
        const inside = Math.min(Math.max(month, first), last);
        if (handle.valueAsNumber !== inside) handle.value = String(inside);
        handle.ariaValueText = nameOf(inside);
        track.style.setProperty(["--from", "--to"][i] as string, String((inside - first) / Math.max(last - first, 1)));
      });
      writeText(chosen, periodName(period));
      drawOnce().catch(() => drawing.replaceChildren());
    },
  };
}
