/** Every order once, with its state: one in ten is cancelled. The sample company does not export that. */
export const withStates = (lines: Iterable<{ order_id: string }>): object[] =>
  [...new Map([...lines].map((line) => [line.order_id, line])).values()].map((order, place) => ({
    ...order,
    state: place % 10 === 0 ? "cancelled" : "shipped",
    is_cancelled: place % 10 === 0,
  }));
