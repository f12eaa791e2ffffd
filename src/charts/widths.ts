/** Width of a drawing for columns of 540 px and more, and for narrower ones; see `chartPair`. */
export const WIDE = 600;
export const NARROW = 340;

/** Whether a drawing must do with little width: fewer ticks, labels above rows. */
export const isNarrow = (width: number): boolean => width < 480;
