/** One row of a cube: its month, its members, and its components. */
export type Cell = Readonly<Record<string, number | string | boolean | null>>;
