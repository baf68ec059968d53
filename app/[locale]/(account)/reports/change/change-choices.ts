import { getTranslations } from "next-intl/server";
import { placeChoices, providerChoices } from "@/app/[locale]/(account)/reports/new/[step]/step-choices";
import type { Choices } from "@/components/reports/pick-buttons";
import type { AnyActor } from "@/domain/actor";
import type { ChangeStep } from "@/domain/reports/change-steps";
import type { ReportFormValues } from "@/domain/reports/new-service-form";
import { PICK } from "@/domain/reports/new-service-steps";
import type { Db } from "@/server/database";
import { loadEntriesLike } from "@/server/reports/pages/load-change-step";

type Asked = {
  step: ChangeStep;
  form: ReportFormValues;
  /** Whether a name was looked for, and is chosen from what we have. */
  isChoosing: boolean;
  isNameOfProvider: boolean;
};

/** What a page of a report about an entry offers to choose from, in words; null where it does not. An empty list says that we looked. */
export async function changeChoices(
  db: Db,
  actor: AnyActor,
  { step, form, isChoosing, isNameOfProvider }: Asked,
): Promise<Choices | null> {
  if (step === "twin") return twinChoices(db, actor, form);
  if (!isChoosing) return null;
  if (step === "where") return placeChoices(db, form);
  if (step === "who") return providerChoices(db, form.providerName ?? "");
  return step === "fact" && isNameOfProvider ? providerChoices(db, form.proposed ?? "") : null;
}

async function twinChoices(db: Db, actor: AnyActor, form: ReportFormValues): Promise<Choices | null> {
  const likely = await loadEntriesLike(db, actor, form);
  if (likely.length === 0) return null;
  const t = await getTranslations("reports.change.steps");
  const notNamed = (await getTranslations("reports.one"))("notNamed");
  const list = likely.map(({ slug, name, place, town, provider }) => ({
    pick: PICK + slug,
    name,
    about: [[place, town].filter(Boolean).join(", "), provider ?? notNamed].filter(Boolean).join("; "),
  }));
  return { list, title: t("twinsTitle"), note: t("twinsNote") };
}
