/** A row in which the sample always fills some columns that an export may lack. */
export type Filled<Row, Columns extends keyof Row> = Row & { [Name in Columns]: NonNullable<Row[Name]> };
