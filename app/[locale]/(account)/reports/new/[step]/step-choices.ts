import { getMessages, getTranslations } from "next-intl/server";
import type { Choices } from "@/components/reports/pick-buttons";
import type { ReportFormValues } from "@/domain/reports/new-service-form";
import { PICK, type ReportStep } from "@/domain/reports/new-service-steps";
import type { Db } from "@/server/database";
import { findPlaceChoices, findProviderChoices } from "@/server/reports/pages/find-choices";

/** What a page offers to choose from, in words; null where it does not. An empty list says that we looked. */
export async function stepChoices(
  db: Db,
  step: ReportStep,
  { form, isChoosing }: { form: ReportFormValues; isChoosing: boolean },
): Promise<Choices | null> {
  if (!isChoosing) return null;
  if (step === "where") return placeChoices(db, form);
  return step === "who" ? providerChoices(db, form.providerName ?? "") : null;
}

/** Places that the name or the postcode in a form may mean. */
export async function placeChoices(db: Db, form: ReportFormValues): Promise<Choices> {
  const t = await getTranslations("reports.steps.form");
  const kinds: Record<string, string> = (await getMessages()).services.claim.placeKind;
  const found = await findPlaceChoices(db, form);
  const list = found.map(({ id, name, kind, town, postcode }) => ({
    pick: PICK + id,
    name,
    about: [kinds[kind] ?? "", town, postcode].filter(Boolean).join(", "),
  }));
  return { list, title: t("placesTitle"), note: t("placesNote") };
}

/** Organisations that a name may mean; null where there is none like it. */
export async function providerChoices(db: Db, typed: string): Promise<Choices | null> {
  const t = await getTranslations("reports.steps.form");
  const found = await findProviderChoices(db, typed);
  if (found.length === 0) return null;
  const list = found.map(({ name, group, formerly }) => ({
    pick: PICK + name,
    name,
    about: [
      group === null ? "" : t("group", { group }),
      formerly.length > 0 ? t("formerly", { names: formerly.join(", ") }) : "",
    ]
      .filter(Boolean)
      .join(". "),
  }));
  return { list, title: t("providersTitle") };
}
