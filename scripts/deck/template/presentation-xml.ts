import type { Relation } from "../opc.ts";

/** An element of a presentation, which has each once. */
const elementOf = (presentation: string, name: string): string =>
  new RegExp(`<p:${name}\\b[^>]*?(?:/>|>.*?</p:${name}>)`, "s").exec(presentation)?.[0] ?? "";

const FIRST_SLIDE_ID = 256;

/** A presentation of a template with other slides. */
export function presentationXml(template: string, slides: readonly Relation[], notes: Relation): string {
  const slideIds = slides.map(({ id }, i) => `<p:sldId id="${FIRST_SLIDE_ID + i}" r:id="${id}"/>`).join("");
  return [
    template.slice(0, template.indexOf(">", template.indexOf("<p:presentation ")) + 1),
    elementOf(template, "sldMasterIdLst"),
    `<p:notesMasterIdLst><p:notesMasterId r:id="${notes.id}"/></p:notesMasterIdLst>`,
    elementOf(template, "handoutMasterIdLst"),
    `<p:sldIdLst>${slideIds}</p:sldIdLst>`,
    ...["sldSz", "notesSz", "embeddedFontLst", "defaultTextStyle"].map((name) => elementOf(template, name)),
    "</p:presentation>",
  ].join("");
}
