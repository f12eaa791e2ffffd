/** Each shape of a slide with a number of its own, from 1. */
export function numbered(slide: string): string {
  let count = 0;
  return slide.replace(/(?<=<p:cNvPr id=")\d+/g, () => {
    count += 1;
    return String(count);
  });
}
