import type { Aspect } from "../draft.ts";
import { doubt } from "../remark.ts";

/** Numbers records that have no id by their file and line, where each row is one. */
export const numberedAspect: Aspect = ({ table, sheet, columns, settings, select, isDerived, remarks }, { knowledge }) => {
  const [id = ""] = table.key;
  if (!knowledge.words.numbered.includes(table.id)) return;
  if (columns.get(id)?.header !== id || sheet.layout.header.names.includes(id) || isDerived || settings.events) return;
  select.columns.push(`concat_ws('-', _file, _line) as ${id}`);
  remarks.push(
    doubt(
      ["sql"],
      "没有编号，每行算一条，按文件和行号编号；同一条出现在两个文件里会算两次",
      "no ids: each row is a record, numbered by its file and line; one that stands in two files counts twice",
    ),
  );
};
