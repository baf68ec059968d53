import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { accountFormWords } from "@/app/[locale]/(account)/account/form-words";
import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import { AccountForms } from "@/app/[locale]/(admin)/admin/campaigners/[id]/account-forms";
import { AccountWork } from "@/app/[locale]/(admin)/admin/campaigners/[id]/account-work";
import { AreaNames } from "@/app/[locale]/(admin)/admin/campaigners/[id]/area-names";
import {
  end,
  eraseForAction,
  giveRole,
  limitAreasAction,
  restoreAccountAction,
  suspend,
} from "@/app/[locale]/(admin)/admin/campaigners/actions";
import { requireRole } from "@/app/[locale]/(moderation)/require-role";
import { pageLocale } from "@/app/i18n/page-locale";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { LostForms } from "@/components/reports/lost-forms";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { momentWords } from "@/domain/dates/moment-in-words";
import { NotFoundError } from "@/domain/errors";
import { localPath } from "@/domain/language/locale";
import { loadAccount } from "@/server/campaigners/load-accounts";
import { getDb } from "@/server/database";

type Props = { params: Promise<{ locale: string; id: string }>; searchParams: Query };

const DONE = [
  "role",
  "limited",
  "suspended",
  "restored",
  "ended",
  "invited",
  "role-asked",
  "invited-asked",
  "erase-asked",
] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "account.accounts" });
  return { title: t("over"), robots: { index: false } };
}

export default async function AccountPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const path = localPath(locale, `/admin/campaigners/${id}`);
  const actor = await requireRole("admin", path);
  const account = await loadAccount(getDb(), actor, id).catch((error: unknown) => {
    if (error instanceof NotFoundError) notFound();
    throw error;
  });
  const t = await getTranslations("account.accounts");
  const common = await getTranslations("common");
  const format = momentWords(common("dateLanguage"));
  const asked = await queryValue(searchParams, "done");
  const done = DONE.find((known) => known === asked);
  const { suspendedAt, because, refusals } = account;
  const isDrawn = { suspend: refusals.suspend === undefined, restore: refusals.restore === undefined };
  const mayErase = refusals["ask-erasure"] === undefined;
  const facts = [
    { name: t("facts.email"), value: <span className="break-all">{account.email}</span> },
    { name: t("facts.handle"), value: t("known", { handle: account.handle }) },
    ...(account.called ? [{ name: t("facts.called"), value: account.called }] : []),
    { name: t("facts.role"), value: t(`roles.${account.role}`) },
    ...(account.role === "moderator"
      ? [{ name: t("facts.areas"), value: <AreaNames areas={account.areas} none={t("everywhere")} /> }]
      : []),
    { name: t("facts.since"), value: format.day(account.since) },
    {
      name: t("facts.state"),
      value: suspendedAt
        ? t("suspended", { date: format.day(suspendedAt) })
        : t(account.hasSignedIn ? "active" : "notSignedIn"),
    },
    ...(because ? [{ name: t("facts.because"), value: because }] : []),
    { name: t("facts.sessions"), value: account.sessions },
  ];
  return (
    <>
      <LostForms
        path={path}
        words={await accountFormWords()}
        forms={[
          { name: "role", action: giveRole, isDrawn: account.roles.length > 0 },
          { name: "areas", action: limitAreasAction, isDrawn: account.role === "moderator" },
          { name: "suspend", action: suspend, isDrawn: isDrawn.suspend },
          { name: "restore", action: restoreAccountAction, isDrawn: isDrawn.restore },
          { name: "erase", action: eraseForAction, isDrawn: mayErase },
          { name: "end", action: end, isDrawn: account.sessions > 0 },
        ]}
      />
      <Breadcrumbs
        label={common("breadcrumbs")}
        trail={[{ href: localPath(locale, "/admin/campaigners"), text: t("title") }]}
      />
      <PageTitle over={t("over")}>{account.email}</PageTitle>
      {done ? (
        <Notice tone="good" role="status">
          <p>{t(`done.${done}`)}</p>
        </Notice>
      ) : null}
      <Facts facts={facts} />
      <p className="mt-4">
        <LocalLink href={`/admin/audit?who=${id}`}>{t("audit")}</LocalLink>
      </p>
      <AccountWork account={account} />
      <AccountForms account={account} locale={locale} path={path} />
    </>
  );
}
