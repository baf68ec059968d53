import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { appeal, discard, saveChanges, withdraw } from "@/app/[locale]/(account)/reports/[id]/actions";
import { messageWords } from "@/app/[locale]/(account)/reports/[id]/reader-forms";
import { changeFormWords, onMapInWords } from "@/app/[locale]/(account)/reports/change-words";
import { correctedFact } from "@/app/[locale]/(account)/reports/fact-choices";
import { reportFormWords } from "@/app/[locale]/(account)/reports/form-words";
import { servedAreas } from "@/app/[locale]/(account)/reports/served-areas";
import { smallFormWords } from "@/app/[locale]/(account)/reports/small-form-words";
import { ChangeForm } from "@/components/reports/change-form";
import { ReportForm } from "@/components/reports/report-form";
import { SmallForm } from "@/components/reports/small-form";
import { buttonClasses } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { ukToday } from "@/domain/dates/partial-date";
import { aboutOf, CHANGE_HIDDEN } from "@/domain/reports/change-form";
import { answerBox } from "@/domain/reports/field-answers";
import type { ReportFormValues } from "@/domain/reports/new-service-form";
import type { ReportRead } from "@/server/reports/pages/load-report";

type Props = {
  report: ReportRead;
  locale: string;
  path: string;
  /** What the author pressed that cannot be undone, and is asked about before it is done. */
  asked: string;
};

/** What cannot be undone. */
const FINAL = [
  { move: "withdraw", action: withdraw },
  { move: "discard", action: discard },
] as const;

/** What its author can do with a report; the policy that lets the use case go on decides what is drawn. */
export async function AuthorForms({ report, locale, path, asked }: Props) {
  const t = await getTranslations("reports");
  const words = await smallFormWords();
  const { can, form } = report;
  const change = form ? aboutOf(form) : undefined;
  const message = can.message ? await messageWords(report) : null;
  const formWords = await reportFormWords(report.licenceAgreedAt);
  const changeWords = await changeFormWords(report.licenceAgreedAt);
  const answerWords: Record<string, string> = {
    askedBy: t("answers.askedBy"),
    askedBare: t("answers.askedBare"),
    answerHint: t("answers.answerHint"),
  };
  for (const { field } of report.asked)
    answerWords[answerBox(field)] = t("answers.label", { part: t(`fields.${field}`) });
  const servedArea = await servedAreas(locale);
  const hidden = { locale, reportId: report.id, version: String(report.version) };
  const save = { intent: "save", text: t("one.saveForNow"), look: "secondary" as const };
  const buttons = can.submit
    ? [{ intent: "submit", text: t("new.send") }, save]
    : can.resubmit
      ? [{ intent: "resubmit", text: t("one.resubmit") }, save]
      : [{ intent: "edit", text: t("one.edit") }];
  return (
    <>
      {can.edit && form ? (
        <Section id="edit" title={t("one.editTitle")}>
          {change ? (
            <ChangeForm
              action={saveChanges}
              path={path}
              keptAs={path}
              words={{
                ...changeWords,
                options: { ...changeWords.options, servedArea },
                text: { ...changeWords.text, ...answerWords },
              }}
              asked={report.asked}
              question={change.question}
              corrected={await correctedIn(form)}
              knownPlace={chosenIn(
                form,
                report.knownPlace,
                t("new.knownPlace", { place: report.knownPlace ?? "" }),
              )}
              today={ukToday()}
              onMap={change.question === "not-outsourced" ? await onMapInWords(locale, change.about.id) : []}
              initial={form}
              hidden={{ ...hidden, ...hiddenOf(form) }}
              buttons={can.resubmit ? [{ intent: "resubmit", text: t("one.resubmit") }] : buttons}
              messageLabel={can.resubmit ? t("one.resubmitMessage") : undefined}
            />
          ) : (
            <ReportForm
              action={saveChanges}
              path={path}
              keptAs={path}
              words={{
                ...formWords,
                options: { ...formWords.options, servedArea },
                text: { ...formWords.text, ...answerWords, body: message?.label ?? "" },
              }}
              asked={report.asked}
              message={message && { words: message, submissionKey: randomUUID() }}
              initial={form}
              knownPlace={report.knownPlace}
              hidden={hidden}
              buttons={buttons}
              messageLabel={can.resubmit ? t("one.resubmitMessage") : undefined}
            />
          )}
        </Section>
      ) : null}
      {can.appeal ? (
        <Section id="appeal" title={t("one.appealTitle")} note={t("one.appealNote")}>
          <SmallForm
            action={appeal}
            path={path}
            words={words}
            hidden={hidden}
            fields={[{ id: "appeal-reason", name: "reason", kind: "text", label: t("one.appealReason") }]}
            button={t("one.appeal")}
          />
        </Section>
      ) : null}
      {FINAL.map(({ move, action }) =>
        can[move] ? (
          <Section key={move} id={move} title={t(`one.${move}`)} note={t(`one.${move}Note`)}>
            {asked === move ? (
              <>
                <SmallForm
                  action={action}
                  path={`${path}?ask=${move}`}
                  words={words}
                  hidden={hidden}
                  note={t(`one.${move}Ask`)}
                  button={t(`one.${move}Yes`)}
                />
                <p className="mt-3">
                  <a href={path} className="inline-flex min-h-11 items-center">
                    {t("one.keepIt")}
                  </a>
                </p>
              </>
            ) : (
              <a href={`${path}?ask=${move}#${move}`} className={buttonClasses("secondary")}>
                {t(`one.${move}`)}
              </a>
            )}
          </Section>
        ) : null,
      )}
    </>
  );
}

/** What a form about an entry sends along. */
function hiddenOf(form: ReportFormValues): Record<string, string> {
  const field = form.field ? { field: form.field } : {};
  const line = form.lineId ? { lineId: form.lineId } : {};
  return { ...Object.fromEntries(CHANGE_HIDDEN.map((name) => [name, form[name] ?? ""])), ...field, ...line };
}

/** A place of ours that a move leads to; it may become another. */
function chosenIn({ placeId = "" }: ReportFormValues, name: string | null, said: string) {
  return placeId === "" || name === null ? undefined : { id: placeId, name, said, other: null };
}

async function correctedIn(form: ReportFormValues) {
  const { field = "", lineId = "" } = form;
  const about = aboutOf(form)?.about;
  if (!about || field === "") return undefined;
  const t = await getTranslations("reports.change");
  const corrected = await correctedFact({ about, field, lineId });
  // The page has one title for all that is sent: which fact it is stands above the form.
  const title = corrected.title ?? t("wrongTitle", { fact: corrected.label });
  return { ...corrected, notes: [title, ...corrected.notes] };
}
