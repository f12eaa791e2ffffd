/** The members kept, by dimension; a dimension left out keeps all. */
export type Filters = Readonly<Record<string, readonly string[]>>;
