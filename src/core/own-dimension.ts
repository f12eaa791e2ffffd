/** The dimension that a company declares itself: a column of this name in its tables, called what `own_dimension` in `site.yaml` says. */
export const OWN = "own";
