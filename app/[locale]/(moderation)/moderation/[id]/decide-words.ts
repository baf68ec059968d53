import { getMessages, getTranslations } from "next-intl/server";
import { messageWords } from "@/app/[locale]/(account)/reports/[id]/reader-forms";
import { smallFormWords } from "@/app/[locale]/(account)/reports/small-form-words";
import type { Sitting } from "@/domain/reports/sitting";
import type { ReportRead } from "@/server/reports/pages/load-report";

/**
 * What the decision form of a report of any kind says; the labels of its inputs are those of its author's form.
 * @param text those labels.
 */
export async function decideWords(
  report: ReportRead,
  sitting: Sitting | null,
  text: Readonly<Record<string, string>>,
) {
  const { moderation, reports } = await getMessages();
  const {
    verdict: verdicts,
    lines: _lines,
    twinBecause: _because,
    sameChange: _same,
    position: _position,
    ...one
  } = moderation.one;
  const message = report.can.message ? await messageWords(report) : null;
  return {
    message,
    words: {
      ...(await smallFormWords()),
      text: {
        ...text,
        ...one,
        body: message?.label ?? "",
        ...(sitting ? {} : { decideStop: "" }),
        ...(report.hasBeenAppealed
          ? { rejectHint: one.rejectHintFinal, duplicateHint: one.duplicateHintFinal }
          : {}),
      },
      parts: reports.fields,
      verdicts,
    },
  };
}

type Held = {
  places: readonly { id: string; name: string; town: string; postcode: string }[];
  providers: readonly { id: string; name: string }[];
};

/**
 * Which place and which organisation a report means, as choices of the form: a new one, or one that we hold.
 * @param providerName as the report has it
 */
export async function recordChoices({ places, providers }: Held, providerName: string) {
  const t = await getTranslations("moderation.one");
  const where = (town: string, postcode: string) => [town, postcode].filter(Boolean).join(" ");
  return {
    places: [
      { value: "new", label: t("placeNew") },
      ...places.map(({ id, name, town, postcode }) => ({
        value: id,
        label: t("placeKnown", { name, where: where(town, postcode) }),
      })),
    ],
    providers: [
      { value: "new", label: t("providerNew", { name: providerName }) },
      ...providers.map(({ id, name }) => ({ value: id, label: t("providerKnown", { name }) })),
    ],
  };
}
