import type { Text } from "./text.ts";

/** The member to which records belong that do not say to which they do, since their export lacks the column, or has nothing in it. */
export const NOT_STATED = "not_stated";

/** Its name. */
export const notStated: { id: string; label: Text } = { id: NOT_STATED, label: { zh: "未注明", en: "Not stated" } };

/** Of a column of members that an export may lack: what says nothing is of the member that is not stated. */
export const orNotStated = { required: false, default: NOT_STATED } as const;
