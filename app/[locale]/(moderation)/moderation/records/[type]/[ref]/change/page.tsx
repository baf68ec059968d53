import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import { changeFormWords } from "@/app/[locale]/(account)/reports/change-words";
import { correctedFact, factChoices } from "@/app/[locale]/(account)/reports/fact-choices";
import { servedAreas } from "@/app/[locale]/(account)/reports/served-areas";
import { smallFormWords } from "@/app/[locale]/(account)/reports/small-form-words";
import { showChangeAction } from "@/app/[locale]/(moderation)/moderation/records/[type]/[ref]/change/actions";
import { SeenChange } from "@/app/[locale]/(moderation)/moderation/records/[type]/[ref]/change/change-preview";
import { requireRole } from "@/app/[locale]/(moderation)/require-role";
import { pageLocale } from "@/app/i18n/page-locale";
import { PageTitle } from "@/components/layout/page-title";
import { ChangeForm } from "@/components/reports/change-form";
import { ChoiceList } from "@/components/reports/choice-list";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Button } from "@/components/ui/button";
import { HiddenInputs } from "@/components/ui/hidden-inputs";
import { TextInput } from "@/components/ui/inputs";
import { Section } from "@/components/ui/section";
import { ukToday } from "@/domain/dates/partial-date";
import { NotFoundError } from "@/domain/errors";
import { localPath } from "@/domain/language/locale";
import { CORRECTABLE_TYPES, type CorrectableType } from "@/domain/reports/change-proposals";
import { ENTRY_QUESTIONS, isEntryQuestion } from "@/domain/reports/entry-change";
import type { ReportFormValues } from "@/domain/reports/new-service-form";
import { getDb } from "@/server/database";
import { loadRecord } from "@/server/records/load-record";
import { findWrittenChange } from "@/server/reports/moves/change-entry";
import { findChosenPlace, findPlacesTyped, type PlaceChoice } from "@/server/reports/pages/find-choices";

type Props = { params: Promise<{ locale: string; type: string; ref: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "moderation.change" });
  return { title: t("title"), robots: { index: false } };
}

/** A moderator changes an entry without a report, a question a page: what to do, the form of it, then what it would do. */
export default async function ChangeRecordPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { type: given, ref } = await params;
  const base = `/moderation/records/${given}/${ref}`;
  const query = new URLSearchParams();
  for (const name of ["question", "field", "lineId", "draft", "edit", "place", "find"]) {
    const value = await queryValue(searchParams, name);
    if (value !== "") query.set(name, value);
  }
  const actor = await requireRole("moderator", localPath(locale, `${base}/change?${query}`));
  const type = CORRECTABLE_TYPES.find((known) => known === given);
  if (!type) notFound();
  const { record } = await loadRecord(getDb(), actor, type, decodeURIComponent(ref)).catch(
    (error: unknown) => {
      if (error instanceof NotFoundError) notFound();
      throw error;
    },
  );
  const draft = query.get("draft") ?? "";
  const isWriting = draft === "" || query.has("edit");
  const t = await getTranslations("moderation.change");
  const reports = await getTranslations("reports.change");
  const [queue, common] = [await getTranslations("moderation.queue"), await getTranslations("common")];
  const top = (title: string) => (
    <>
      <Breadcrumbs
        label={common("breadcrumbs")}
        trail={[
          { href: localPath(locale, "/moderation"), text: queue("title") },
          { href: localPath(locale, base), text: record.name },
        ]}
      />
      <PageTitle over={record.name}>{title}</PageTitle>
    </>
  );
  const at = (extra: Record<string, string>) => `${base}/change?${new URLSearchParams(extra)}`;
  if (!isWriting)
    return (
      <>
        {top(t("previewTitle"))}
        <SeenChange actor={actor} draft={draft} locale={locale} base={base} />
      </>
    );
  const kept: ReportFormValues =
    draft === ""
      ? {}
      : await findWrittenChange(getDb(), actor, draft).then(
          ({ form }) => form,
          () => ({}),
        );
  const question = kept.question ?? query.get("question") ?? "";
  const field = kept.field ?? query.get("field") ?? "";
  if (!isEntryQuestion(type, question))
    return (
      <>
        {top(t("title"))}
        <ChoiceList choices={await choicesOf(type, at)} />
      </>
    );
  const asked = { about: { type, id: record.id }, field, lineId: kept.lineId ?? query.get("lineId") ?? "" };
  const which = question === "wrong" ? await factChoices(asked, (extra) => at({ question, ...extra })) : null;
  if (which)
    return (
      <>
        {top(reports("which"))}
        {which.ofLine ? <p className="mb-4">{which.ofLine}</p> : null}
        <ChoiceList choices={which.choices} />
      </>
    );
  const corrected = question === "wrong" ? await correctedFact(asked) : undefined;
  const placeId = query.get("place") ?? kept.placeId ?? "";
  const chosen = question === "moved" ? await findChosenPlace(getDb(), placeId) : undefined;
  return (
    <>
      {top(
        corrected?.title ??
          (corrected ? t("wrongTitle", { fact: corrected.label }) : t(`question.${question as "moved"}`)),
      )}
      {question === "moved" && !chosen ? (
        <FindPlace typed={query.get("find") ?? ""} path={localPath(locale, `${base}/change`)} at={at} />
      ) : null}
      <ChangeForm
        action={showChangeAction}
        keptAs={at({ question, field, ...corrected?.hidden, ...(chosen ? { place: chosen.id } : {}) })}
        words={await formWords(type)}
        question={question}
        corrected={corrected}
        knownPlace={
          chosen && {
            id: chosen.id,
            name: chosen.name,
            said: t("knownChosen", { name: chosen.name, where: whereOf(chosen) }),
            other: { href: localPath(locale, at({ question })), text: t("knownOther") },
          }
        }
        initial={kept}
        hidden={{
          locale,
          aboutType: type,
          aboutId: record.id,
          question,
          ...corrected?.hidden,
        }}
        buttons={[{ intent: "show", text: t("show") }]}
        today={ukToday()}
      />
    </>
  );
}

const whereOf = ({ town, postcode }: PlaceChoice) => [town, postcode].filter(Boolean).join(", ");

/** Places of ours that it may have moved to, found by name or postcode; a plain form whose answer is an address. */
async function FindPlace({
  typed,
  path,
  at,
}: {
  typed: string;
  path: string;
  at: (extra: Record<string, string>) => string;
}) {
  const t = await getTranslations("moderation.change");
  const found = typed === "" ? [] : await findPlacesTyped(getDb(), typed);
  const question = "moved";
  return (
    <Section id="known-place" title={t("knownTitle")} note={t("knownNote")}>
      <form action={path} className="flex max-w-line flex-wrap items-end gap-3">
        <HiddenInputs values={{ question }} />
        <TextInput id="find" label={t("known")} defaultValue={typed} maxLength={200} />
        <Button look="secondary">{t("knownFind")}</Button>
      </form>
      {typed !== "" && found.length === 0 ? <p className="mt-4">{t("knownNone")}</p> : null}
      {found.length > 0 ? (
        <ChoiceList
          choices={found.map((place) => ({
            href: at({ question, place: place.id }),
            text: place.name,
            hint: whereOf(place),
          }))}
        />
      ) : null}
    </Section>
  );
}

async function choicesOf(type: CorrectableType, at: (extra: Record<string, string>) => string) {
  const t = await getTranslations("moderation.change");
  return ENTRY_QUESTIONS[type].map((question) => ({
    href: at({ question }),
    text: t(`question.${question}`),
    hint: t(question === "same-as" && type !== "service" ? `mergeHint.${type}` : `hint.${question}`),
  }));
}

/** The words of a report about an entry, with those of a moderator where somebody else reads what is written. */
async function formWords(type: CorrectableType) {
  const t = await getTranslations("moderation.change");
  const words = await changeFormWords();
  const { errors, failures } = await smallFormWords();
  const own = {
    lastTitle: t("reasonTitle"),
    note: t("reason"),
    noteHint: t("reasonHint"),
    otherHint: t("otherHint"),
  };
  return {
    ...words,
    options: { ...words.options, servedArea: await servedAreas(await getLocale()) },
    errors: { ...errors, ...words.errors, "other-ended": t("otherEnded"), "name-taken": t("nameTaken") },
    failures,
    agreed: t("licence"),
    text: { ...words.text, ...own, other: t(`other.${type}`) },
  };
}
