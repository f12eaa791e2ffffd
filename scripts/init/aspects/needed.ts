import { type Aspect, setAside } from "../draft.ts";
import { doubt } from "../remark.ts";

/** Of 1, how many records lack what each must have before that is more than a slip. */
const MANY = 0.01;

/** Kinds of columns without which records of many exports are no records yet, such as a deal that nobody has begun to work on. */
const KINDS = ["date", "timestamp", "quarter", "number", "integer", "amount"];

/** Sets records aside that lack what each must have, where many do; single ones are rejected, and so found. */
export const neededAspect: Aspect = (draft) => {
  const { table, sheet, columns, settings, remarks } = draft;
  if (settings.events || settings.fill_merged) return;
  for (const [name, { header, profile }] of columns) {
    const { required, kind = "" } = table.columns[name] ?? {};
    const own = sheet.layout.header.names.includes(header) && !sheet.fillDown.includes(header);
    const lacking = profile.rows - profile.filled;
    if (!required || !own || !KINDS.includes(kind) || profile.filled === 0 || lacking < profile.rows * MANY) continue;
    setAside(draft, header, ["", ...profile.blanks.keys()]);
    for (const word of profile.blanks.keys()) delete settings.values?.[name]?.[word];
    if (Object.keys(settings.values?.[name] ?? {}).length === 0) delete settings.values?.[name];
    remarks.push(doubt(["where", header], `没有 ${name} 的不算(${lacking} 行)`, `records without ${name} do not count (${lacking})`));
  }
  if (Object.keys(settings.values ?? {}).length === 0) delete settings.values;
};
