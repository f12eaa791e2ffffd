/** A value as staging holds it; see `ColumnKind`. */
export type Staged = string | number | boolean;
