/** With what a reader points. */
export type Manner = "mouse" | "touch" | "keys";
