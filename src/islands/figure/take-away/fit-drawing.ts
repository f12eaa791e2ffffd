import { WIDE } from "../../../charts/widths.ts";
import type { FigureData } from "../../../site/figures/figure.ts";

/** Room for a drawing. */
export interface Room {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A drawing, and how much larger it is shown. */
export interface Fitted {
  chart: SVGElement;
  width: number;
  height: number;
  scale: number;
}

/** Type of charts, of 12, is shown up to this much larger. */
const MOST = 1.75;

/**
 * A figure drawn to fill a room: as wide as lets it be shown as large as the room is high, since the height of drawings hardly depends on their width.
 * One that is too high for the room is shown smaller.
 */
export function fitted({ id, draw }: FigureData, room: Room): Fitted {
  const drawn = (width: number) => {
    const chart = draw({ id: `${id}-picture`, width });
    return { chart, height: Number(chart.getAttribute("height")) };
  };
  const wanted = Math.min(MOST, Math.max(1, room.height / drawn(room.width).height));
  const width = Math.max(WIDE, Math.floor(room.width / wanted));
  const { chart, height } = drawn(width);
  return { chart, width, height, scale: Math.min(room.width / width, room.height / height, MOST) };
}
