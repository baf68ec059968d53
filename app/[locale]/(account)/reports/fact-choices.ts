import { getTranslations } from "next-intl/server";
import { correctableFields, optionsOfField } from "@/app/[locale]/(account)/reports/change-words";
import type { AboutEntry } from "@/domain/reports/change-form";
import { correctableSchema } from "@/domain/reports/change-proposals";
import {
  factsOfLine,
  isDropping,
  isFactOf,
  isLineFact,
  type LineFact,
  type LineKind,
  needsLine,
} from "@/domain/reports/service-lines";
import { getDb } from "@/server/database";
import { listLinesOf } from "@/server/reports/pages/list-lines";

type Asked = {
  about: AboutEntry;
  /** The fact that was chosen, and the line that it is of; "" while none is. */
  field: string;
  lineId: string;
};
type Choice = { href: string; text: string };

/**
 * Which fact of an entry is wrong, of those that can be corrected: asked of the entry, then of the line that was chosen.
 * @param at the address of the page with these in it.
 * @returns the line that it is asked of, null where it is the entry; null in all once a fact is chosen that can be corrected.
 */
export async function factChoices(
  { about, field, lineId }: Asked,
  at: (extra: Record<string, string>) => string,
): Promise<{ ofLine: string | null; choices: Choice[] } | null> {
  const lines = await listLinesOf(getDb(), about);
  const line = lines.find(({ id }) => id === lineId);
  if (correctableSchema(about.type, field) && isAsked(field, lineId, line)) return null;
  const t = await getTranslations("reports.change.lines");
  const facts = await correctableFields(about.type);
  const ofEntry = (fact: string, text: string) => ({ href: at({ field: fact }), text });
  if (line) {
    const { kind, id, name } = line;
    const choices = factsOfLine(kind).map((fact) => ({
      href: at({ field: fact, lineId: id }),
      text: OWN_WORDS[fact] ? t(OWN_WORDS[fact]) : (facts.find((one) => one.field === fact)?.label ?? fact),
    }));
    return { ofLine: t(kind, { name: name || "none" }), choices };
  }
  const own = facts.filter((fact) => !isLineFact(fact.field)).map((fact) => ofEntry(fact.field, fact.label));
  if (about.type !== "service") return { ofLine: null, choices: own };
  const isPaid = lines.some(({ kind }) => kind === "commissioner");
  const ofLines = [
    ...(isPaid ? [] : [ofEntry("commissioner", t("newCommissioner"))]),
    ...lines.map(({ kind, id, name }) => ({
      href: at({ lineId: id }),
      text: t(kind, { name: name || "none" }),
    })),
    ofEntry("serves-area", t("newArea")),
    ofEntry("contract", t("newContract")),
  ];
  return { ofLine: null, choices: [...own, ...ofLines] };
}

/** Whether an address names a fact and, where it is of a line, a line that can be meant: else it asks again. */
function isAsked(field: string, lineId: string, line: { kind: LineKind } | undefined): boolean {
  if (!isLineFact(field) || (lineId === "" && !needsLine(field))) return true;
  return line !== undefined && isFactOf(line.kind, field);
}

const OWN_WORDS: Partial<
  Record<LineFact, "otherCommissioner" | "otherArea" | "commissionerName" | `${LineKind}Dropped`>
> = {
  commissioner: "otherCommissioner",
  "commissioner-name": "commissionerName",
  "commissioner-dropped": "commissionerDropped",
  "serves-area": "otherArea",
  "serves-area-dropped": "areaDropped",
  "contract-dropped": "contractDropped",
};

/** What is added has no line yet. */
const WORDS_OF_NEW: Partial<Record<LineFact, "newArea" | "newContract">> = {
  "serves-area": "newArea",
  contract: "newContract",
};

/** What to write for a fact: of names and words there are more than of anything else. */
function hintOf(field: string) {
  if (field === "contract-value-pounds") return "poundsHint";
  if (field === "point") return "pointHint";
  if (field === "regulator-number") return "numberHint";
  if (field.endsWith("-on")) return "dateHint";
  return NAMES.has(field) ? "nameHint" : "wordsHint";
}

/** Facts that are the name of an organisation. */
const NAMES: ReadonlySet<string> = new Set([
  ...["commissioner", "commissioner-name", "contract-holder", "contract-commissioner"],
  ...["provider", "parent"],
]);

/** Of these, organisations that we hold are suggested and chosen from. */
const NAMES_WE_HOLD: ReadonlySet<string> = new Set(["provider", "parent", "contract-holder"]);

/**
 * The fact that a form corrects: what it may be where it is one of a few, and what to know before.
 * @returns `label`, the fact's own name; `title` where that would not say what is done, else null.
 */
export async function correctedFact({ about, field, lineId }: Asked) {
  const lines = isLineFact(field) ? await listLinesOf(getDb(), about) : [];
  const line = lines.find(({ id }) => id === lineId);
  const t = await getTranslations("reports.change.lines");
  const facts = await correctableFields(about.type);
  const own = isLineFact(field) ? (line ? OWN_WORDS : WORDS_OF_NEW)[field] : undefined;
  const notes = [
    ...(line ? [t(line.kind, { name: line.name || "none" })] : []),
    ...(isDropping(field) ? [t("droppedNote")] : []),
    ...(field === "commissioner-name" ? [t("nameNote")] : []),
    ...(line?.kind === "contract" && !isDropping(field) ? [t("contractNote")] : []),
    ...(field === "contract" ? [t("missingNote")] : []),
  ];
  return {
    field,
    title: own ? t(own) : null,
    label: facts.find((fact) => fact.field === field)?.label ?? field,
    options: await optionsOfField(field),
    isNameOfProvider: NAMES_WE_HOLD.has(field),
    hint: t(hintOf(field)),
    notes,
    hidden: { field, ...(isLineFact(field) && lineId ? { lineId } : {}) },
  };
}
