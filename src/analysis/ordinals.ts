/** Dimensions whose members have an order of their own, such as classes of age; those of all others are ranked by their size. */
const ORDINAL: readonly string[] = [
  "age_class",
  "deal_stage",
  "funnel_stage",
  "grade",
  "level",
  "month_since_launch",
  "rice_quarter",
  "value_class",
];

/** Whether the members of a dimension have an order of their own. */
export const isOrdinal = (dimension: string): boolean => ORDINAL.includes(dimension);
