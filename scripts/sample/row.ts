import type { z } from "zod";

/** A row in the staged form of a table's contract. */
export type Row<T extends { schema: z.ZodType }> = z.infer<T["schema"]>;
