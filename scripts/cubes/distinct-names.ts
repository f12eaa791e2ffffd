import { LOCALES, type Locale, textIn } from "../../src/core/text.ts";
import { visible } from "../../src/core/visible.ts";
import type { DimensionInfo } from "../../src/data/manifest.ts";

type Member = DimensionInfo["members"][number];

/** A name as far as it can be seen. */
const seen = (name: string) => name.normalize("NFC").replace(/[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/gu, "");

function distinctNamesIn(locale: Locale, members: readonly Member[]): Member[] {
  const alike = Map.groupBy(members, ({ label }) => seen(textIn(label, locale)));
  return members.map((member) => {
    const name = textIn(member.label, locale);
    return (alike.get(seen(name))?.length ?? 0) > 1 ? { ...member, label: { ...member.label, [locale]: visible(name) } } : member;
  });
}

/** The members of a dimension; names that differ only in what cannot be seen have it written out, as in `T1⟨U+200B⟩`. */
export const distinctNames = (members: readonly Member[]): Member[] =>
  LOCALES.reduce<Member[]>((told, locale) => distinctNamesIn(locale, told), [...members]);
