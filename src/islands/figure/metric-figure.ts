import { NARROW, WIDE } from "../../charts/widths.ts";
import type { Page } from "../../site/ask/page.ts";
import type { FigureData } from "../../site/figures/figure.ts";
import type { Drawn, Island } from "../island.ts";
import { showEmpty, showFailure } from "./figure-notice.ts";
import { figureParts } from "./figure-parts.ts";

/** Columns from this width on, in CSS pixels, take the wide drawing; `charts.css` says the same. */
const WIDE_FROM = 540;

/** A figure that answers: what it shows now, and who wants to know when it is drawn again. */
export interface MetricFigure extends Drawn {
  readonly element: HTMLElement;
  /** The whole figure around the drawing. */
  readonly figure: HTMLElement;
  readonly spec: string;
  /** What it shows; null before it is first drawn here, and where the selection has nothing for it. */
  readonly data: FigureData | null;
  /** Whether its marks can be pointed at. */
  readonly isLive: boolean;
  /** Draws it so that its marks can be pointed at; a figure that nobody comes near does without. */
  enliven(): void;
  onDraw(listen: (data: FigureData | null) => void): void;
}

/** Makes the figure around a `metric-figure` element follow the reader's selection. */
export function metricFigure(element: HTMLElement, island: Island): MetricFigure {
  const figure = element.closest("figure") ?? element;
  const spec = element.getAttribute("spec") ?? "";
  const parts = figureParts(figure);
  const listeners: ((data: FigureData | null) => void)[] = [];
  let data: FigureData | null = null;
  let isDrawn = false;
  let isLive = false;
  let isWide = element.clientWidth >= WIDE_FROM;

  const draw = (page: Page) => {
    data = island.kinds.figureFor(page, spec);
    isDrawn = true;
    parts.showTable(page.selection.show === "table");
    if (data) {
      element.replaceChildren(data.draw({ id: `${data.id}-live`, width: isWide ? WIDE : NARROW, isLive }));
      parts.show(data);
    } else {
      showEmpty(element, spec, island);
      parts.clear();
    }
    for (const listen of listeners) listen(data);
  };
  const self: MetricFigure = {
    element,
    figure,
    spec,
    get data() {
      return data;
    },
    load: () => island.load(spec),
    // drawn for nobody, so that the first drawing for the reader does not wait for code to be compiled
    prepare: (page) => void island.kinds.figureFor(page, spec)?.draw({ id: spec, width: WIDE, isLive: true }),
    draw,
    fail: (reason, retry) => showFailure(figure, island.page.words, { reason, retry }),
    get isLive() {
      return isLive && isDrawn;
    },
    enliven() {
      isLive = true;
      island.redraw(self);
    },
    onDraw: (listen) => void listeners.push(listen),
  };
  new ResizeObserver(() => {
    const isWideNow = element.clientWidth >= WIDE_FROM;
    if (isWideNow === isWide || element.clientWidth === 0) return;
    isWide = isWideNow;
    if (isDrawn) island.redraw(self);
  }).observe(element);
  parts.onTableOpened(() => island.redraw(self));
  return self;
}
