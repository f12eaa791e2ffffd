import { type Month, periodOf, periodSpanning } from "../../core/periods.ts";
import { type Selection, withScope } from "../../core/selection.ts";
import { oncePerFrame } from "../when.ts";
import { writeText } from "../write-text.ts";
import type { Bar, Panel } from "./bar.ts";
import type { Reach } from "./brush-scale.ts";
import { make, makeGroup } from "./controls.ts";

interface Brush {
  drawing: HTMLElement;
  handles: readonly [HTMLInputElement, HTMLInputElement];
}

function makeHandle(label: string, { first, last }: Reach): HTMLInputElement {
  return make("input", { type: "range", min: String(first), max: String(last), step: "1", ariaLabel: label });
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
    const { drawCourse } = await import("./course.ts");
    await island.whenLoaded(() => drawCourse(drawing, bar, metric));
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
