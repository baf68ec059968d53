import { getTranslations } from "next-intl/server";
import { accountFormWords } from "@/app/[locale]/(account)/account/form-words";
import { askErasingRecordAction } from "@/app/[locale]/(moderation)/moderation/second/actions";
import { eraseBecause } from "@/app/[locale]/(moderation)/moderation/second/erase-because";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { LostForms } from "@/components/reports/lost-forms";
import { SmallForm } from "@/components/reports/small-form";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { CampaignerActor } from "@/domain/actor";
import { momentWords } from "@/domain/dates/moment-in-words";
import { type Locale, localPath } from "@/domain/language/locale";
import { referenceOf } from "@/domain/senders/sender";
import { getDb } from "@/server/database";
import { loadErasingSource } from "@/server/records/erase-source";

type Props = {
  actor: CampaignerActor;
  record: { id: string; name: string };
  locale: Locale;
  /** Of the source, without a language. */
  base: string;
};

/** For admins: what erasing the words of a source for good would remove and leave, and then the form that asks for it. */
export async function EraseSource({ actor, record, locale, base }: Props) {
  const t = await getTranslations("moderation.eraseSource");
  const entry = await getTranslations("moderation.eraseRecord");
  const format = momentWords((await getTranslations("common"))("dateLanguage"));
  const words = await accountFormWords();
  const erasing = await loadErasingSource(getDb(), actor, record.id);
  const path = `${localPath(locale, base)}?do=erase`;
  const isDrawn = erasing !== null && erasing.erasedOn === null && erasing.lookId === null;
  return (
    <>
      <LostForms
        path={path}
        words={words}
        forms={[{ name: "erase", action: askErasingRecordAction, isDrawn }]}
      />
      <PageTitle over={record.name || referenceOf(record.id)}>{t("title")}</PageTitle>
      <Notice tone="important">
        <p>
          <strong>{t("over")}</strong>
        </p>
        <p>{t("goes")}</p>
        <p>{t("stays")}</p>
      </Notice>
      {erasing === null ? <p>{words.failures["not-admin"]}</p> : null}
      {erasing?.erasedOn ? <p>{t("erased", { date: format.day(erasing.erasedOn) })}</p> : null}
      {erasing && erasing.lookId !== null ? (
        <p className="my-4">
          {entry("waits")}{" "}
          <LocalLink href={`/moderation/second/${erasing.lookId}`}>{entry("waitsLink")}</LocalLink>
        </p>
      ) : null}
      {isDrawn && erasing.others.length > 0 ? (
        <Section id="same-words" title={t("sameTitle")} note={t("sameNote")}>
          <ul className="list-disc pl-5">
            {erasing.others.map((other) => (
              <li key={other.id}>
                <LocalLink href={`/moderation/records/source/${other.id}?do=erase`}>
                  {other.title || referenceOf(other.id)}
                </LocalLink>
              </li>
            ))}
          </ul>
          {erasing.more > 0 ? <p className="mt-2">{t("sameMore", { count: erasing.more })}</p> : null}
        </Section>
      ) : null}
      {isDrawn ? (
        <Section id="ask" title={entry("button")}>
          <SmallForm
            action={askErasingRecordAction}
            path={path}
            words={words}
            hidden={{ locale, type: "source", ref: record.id }}
            fields={[eraseBecause(entry)]}
            button={entry("button")}
            look="primary"
          />
        </Section>
      ) : null}
      <p className="mt-4">
        <LocalLink href={base}>{entry("back")}</LocalLink>
      </p>
    </>
  );
}
