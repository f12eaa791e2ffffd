/** A form of numbered days with the day and the month in the other order; null where nothing tells them apart only by their order. */
export function swappedForm(form: string): string | null {
  if (/^D[/.-]M[/.-]/.test(form)) return form.replace(/^D([/.-])M/, "M$1D");
  return /^M[/.-]D[/.-]/.test(form) ? form.replace(/^M([/.-])D/, "D$1M") : null;
}
