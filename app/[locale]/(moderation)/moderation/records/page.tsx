import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { Query } from "@/app/[locale]/(account)/query";
import { smallFormWords } from "@/app/[locale]/(account)/reports/small-form-words";
import { findEntry } from "@/app/[locale]/(moderation)/moderation/records/actions";
import { requireRole } from "@/app/[locale]/(moderation)/require-role";
import { pageLocale } from "@/app/i18n/page-locale";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { SmallForm } from "@/components/reports/small-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Section } from "@/components/ui/section";
import { momentWords } from "@/domain/dates/moment-in-words";
import { localPath } from "@/domain/language/locale";
import { getDb } from "@/server/database";
import { loadWithheld } from "@/server/records/load-withheld";

type Props = { params: Promise<{ locale: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "moderation.brake" });
  return { title: t("recordsTitle"), description: t("recordsMeta"), robots: { index: false } };
}

export default async function WithheldRecordsPage({ params }: Props) {
  const locale = await pageLocale(params);
  const path = localPath(locale, "/moderation/records");
  const actor = await requireRole("moderator", path);
  const rows = await loadWithheld(getDb(), actor);
  const t = await getTranslations("moderation");
  const common = await getTranslations("common");
  const format = momentWords(common("dateLanguage"));
  return (
    <>
      <Breadcrumbs
        label={common("breadcrumbs")}
        trail={[{ href: localPath(locale, "/moderation"), text: t("queue.title") }]}
      />
      <PageTitle>{t("brake.recordsTitle")}</PageTitle>
      {rows.length === 0 ? <p>{t("brake.recordsNone")}</p> : null}
      <ul className="border-rule border-t">
        {rows.map(({ recordType, recordId, name, withheldAt, reason, who }) => (
          <li key={recordId} className="border-rule border-b py-3">
            <LocalLink href={`/moderation/records/${recordType}/${recordId}`}>{name}</LocalLink>
            <p>
              {t("brake.recordLine", {
                type: t(`brake.types.${recordType}`),
                reason,
                who: who ?? t("secondLook.commandLine"),
                date: format.moment(withheldAt),
              })}
            </p>
          </li>
        ))}
      </ul>
      <Section id="find" title={t("brake.findTitle")}>
        <SmallForm
          action={findEntry}
          path={path}
          words={await smallFormWords()}
          hidden={{ locale }}
          fields={[
            {
              id: "find-address",
              name: "address",
              kind: "line",
              label: t("brake.find"),
              hint: t("brake.findHint"),
            },
          ]}
          button={t("brake.findButton")}
        />
      </Section>
    </>
  );
}
