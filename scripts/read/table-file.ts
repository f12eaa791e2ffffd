/** The name of a table's own CSV file, in `reference/` and among the templates: `survey-items.csv` for `survey_items`. */
export const tableFile = (table: string) => `${table.replaceAll("_", "-")}.csv`;
