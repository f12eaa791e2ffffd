/** How a table says in which currency its amounts are. */
export interface Money<Name extends string = string> {
  /** Column of the ISO code; a record without one is in the company's currency. */
  currency: Name;
  /** Columns of the day whose rate holds: the first that has one. */
  on: readonly Name[];
  /** Columns of the amounts. */
  amounts: readonly Name[];
}
