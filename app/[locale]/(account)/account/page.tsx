import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import {
  callOneselfAction,
  eraseAccountAction,
  wishMailAction,
} from "@/app/[locale]/(account)/account/actions";
import { accountFormWords } from "@/app/[locale]/(account)/account/form-words";
import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import { requireRole } from "@/app/[locale]/(moderation)/require-role";
import { pageLocale } from "@/app/i18n/page-locale";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { SmallForm } from "@/components/reports/small-form";
import { buttonClasses } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { hasRole } from "@/domain/actor";
import { ERASE_WORDS } from "@/domain/campaigners/erase-words";
import { MAIL_WISHES } from "@/domain/campaigners/work-mail";
import { localPath } from "@/domain/language/locale";
import { moderatorHandle } from "@/domain/reports/moderator-handle";
import { loadOwnAccount } from "@/server/campaigners/load-own-account";
import { getDb } from "@/server/database";

type Props = { params: Promise<{ locale: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "account.own" });
  return { title: t("title"), description: t("metaDescription"), robots: { index: false } };
}

export default async function OwnAccountPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const path = localPath(locale, "/account");
  const actor = await requireRole("campaigner", path);
  const { email, isLastAdmin, mailWish, called } = await loadOwnAccount(getDb(), actor);
  const t = await getTranslations("account.own");
  const done = await queryValue(searchParams, "done");
  return (
    <>
      <PageTitle intro={<p className="break-words">{t("intro", { email })}</p>}>{t("title")}</PageTitle>
      {hasRole(actor, "moderator") ? (
        <Section
          id="called"
          title={t("calledTitle")}
          note={t("calledNote", { handle: moderatorHandle(actor.id) })}
        >
          {done === "called" ? (
            <Notice tone="good" role="status">
              <p>{t("calledDone")}</p>
            </Notice>
          ) : null}
          <SmallForm
            action={callOneselfAction}
            path={path}
            words={await accountFormWords()}
            hidden={{ locale }}
            fields={[
              {
                id: "called",
                name: "called",
                kind: "line",
                label: t("called"),
                hint: t("calledHint"),
                value: called ?? "",
              },
            ]}
            button={t("calledButton")}
          />
        </Section>
      ) : null}
      {hasRole(actor, "moderator") ? (
        <Section id="mail" title={t("mailTitle")} note={t("mailNote")}>
          {done === "mail" ? (
            <Notice tone="good" role="status">
              <p>{t("mailDone")}</p>
            </Notice>
          ) : null}
          <SmallForm
            action={wishMailAction}
            path={path}
            words={await accountFormWords()}
            hidden={{ locale }}
            fields={[
              {
                id: "wish",
                name: "wish",
                kind: "radio",
                label: t("mailWish"),
                value: mailWish,
                options: MAIL_WISHES.map((value) => ({ value, label: t(`mailWishes.${value}`) })),
              },
            ]}
            button={t("mailButton")}
          />
        </Section>
      ) : null}
      <Section id="export" title={t("exportTitle")} note={t("exportNote")}>
        <p>
          <a href={localPath(locale, "/account/export")} download className={buttonClasses("secondary")}>
            {t("exportButton")}
          </a>
        </p>
        <p className="mt-4">
          <LocalLink href="/privacy">{t("privacy")}</LocalLink>
        </p>
      </Section>
      <Section id="erase" title={t("eraseTitle")} note={t("eraseNote")}>
        {hasRole(actor, "trusted-campaigner") ? (
          <p className="mb-4 max-w-line">{t("eraseModerator")}</p>
        ) : null}
        {isLastAdmin ? (
          <p>{t("lastAdmin")}</p>
        ) : (
          <SmallForm
            action={eraseAccountAction}
            path={path}
            words={await accountFormWords()}
            hidden={{ locale }}
            fields={[
              {
                id: "words",
                name: "words",
                kind: "line",
                label: t("words", { words: ERASE_WORDS }),
                hint: t("signInAgain"),
              },
            ]}
            button={t("eraseButton")}
          />
        )}
      </Section>
    </>
  );
}
