import { escape as escaped } from "html-escaper";
import type { Layout, Placeholder } from "./layouts.ts";
import { percentFor } from "./percent-for.ts";

/** What a slide writes into the placeholders of its layout. */
export interface Filling {
  /** Of the language: `zh-CN`. */
  tag: string;
  title: string;
  /** Of a cover: a paragraph each. */
  subtitle?: readonly string[];
  /** To how many percent the title shrinks. */
  percent: number;
  /** ISO day. */
  day: string;
  footer: string;
  number: number;
}

const shapeXml = ({ name, attributes }: Placeholder, fit: string, paragraphs: readonly string[]): string =>
  [
    `<p:sp><p:nvSpPr><p:cNvPr id="0" name="${escaped(name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph${attributes}/></p:nvPr></p:nvSpPr>`,
    `<p:spPr/><p:txBody><a:bodyPr>${fit}</a:bodyPr><a:lstStyle/>${paragraphs.map((text) => `<a:p>${text}</a:p>`).join("")}</p:txBody></p:sp>`,
  ].join("");

const shrunk = (percent: number) => (percent === 100 ? "<a:normAutofit/>" : `<a:normAutofit fontScale="${percent * 1000}"/>`);

/** The placeholders of a slide, filled: those of its title, and those of its foot. */
export function filled({ placeholders }: Layout, filling: Filling): { head: string; foot: string } {
  const { tag, title, subtitle = [], percent, day, footer, number } = filling;
  const run = (text: string) => `<a:r><a:rPr lang="${tag}"/><a:t>${escaped(text)}</a:t></a:r>`;
  const asked = (type: string) => placeholders.find((each) => each.type === type);
  const shape = (type: string, xmlOf: (placeholder: Placeholder) => string) => {
    const placeholder = asked(type);
    return placeholder ? xmlOf(placeholder) : "";
  };
  const titleXml = (placeholder: Placeholder) => shapeXml(placeholder, shrunk(percent), [run(title)]);
  const subtitleXml = (placeholder: Placeholder) =>
    subtitle.length > 0 ? shapeXml(placeholder, shrunk(percentFor(placeholder, subtitle)), subtitle.map(run)) : "";
  const numberXml = `<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="${tag}"/><a:t>${number}</a:t></a:fld>`;
  return {
    head: shape("title", titleXml) + shape("ctrTitle", titleXml) + shape("subTitle", subtitleXml),
    foot: [
      shape("dt", (placeholder) => shapeXml(placeholder, "", [run(day)])),
      shape("ftr", (placeholder) => shapeXml(placeholder, "", [run(placeholder.text || footer)])),
      shape("sldNum", (placeholder) => shapeXml(placeholder, "", [numberXml])),
    ].join(""),
  };
}
