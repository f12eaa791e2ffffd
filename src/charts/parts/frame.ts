import type { RenderFunction } from "@observablehq/plot";

/** From a value to its place in units of the drawing. */
export type Scale = (value: number) => number;

/** The space that is drawn in: the whole drawing, the margins around the plot within it, and the plot's two scales. */
export interface Frame {
  document: Document;
  width: number;
  height: number;
  marginLeft: number;
  marginRight: number;
  marginTop: number;
  marginBottom: number;
  x: Scale;
  y: Scale;
}

const identity: Scale = (value) => value;

/** A mark of our own among those of Plot. */
export const ownMark =
  (draw: (frame: Frame) => SVGElement): RenderFunction =>
  (_index, { x = identity, y = identity }, _values, dimensions, { document }) =>
    draw({ ...dimensions, document, x, y });
