import { z } from "zod";
import { text } from "./text.ts";

const id = z.string();

/** Something that the matrix of responsibilities leaves open. */
export const matrixFinding = z.discriminatedUnion("kind", [
  /** A duty that yields nothing countable. */
  z.strictObject({ kind: z.literal("duty_without_output"), department: id, duty: text }),
  /** An output that no metric shows and no request asks for. */
  z.strictObject({ kind: z.literal("uncounted_output"), department: id, output: id }),
  /** A request type that occurs and for which no promise is in force. */
  z.strictObject({ kind: z.literal("type_without_sla"), department: id, request_type: id }),
  /** A promise in force for which no request has ever come. */
  z.strictObject({ kind: z.literal("sla_without_requests"), department: id, request_type: id, promise: id }),
  /** An output under several departments, in the order of the table. */
  z.strictObject({ kind: z.literal("two_owners"), output: id, departments: z.array(id).min(2) }),
]);

/** Kind by kind, each in the order of its table. */
export const matrixFindings = z.array(matrixFinding);

export type MatrixFinding = z.infer<typeof matrixFinding>;
