import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { accountFormWords } from "@/app/[locale]/(account)/account/form-words";
import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import { find, inviteAction } from "@/app/[locale]/(admin)/admin/campaigners/actions";
import { requireRole } from "@/app/[locale]/(moderation)/require-role";
import { pageLocale } from "@/app/i18n/page-locale";
import { AccountTable } from "@/components/account/account-table";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { SmallForm } from "@/components/reports/small-form";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { ROLES } from "@/domain/actor";
import { localPath } from "@/domain/language/locale";
import { isHandle } from "@/domain/reports/moderator-handle";
import { loadAccounts } from "@/server/campaigners/load-accounts";
import { getDb } from "@/server/database";

type Props = { params: Promise<{ locale: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "account.accounts" });
  return { title: t("title"), description: t("metaDescription"), robots: { index: false } };
}

export default async function AccountsPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const path = localPath(locale, "/admin/campaigners");
  const actor = await requireRole("admin", path);
  const t = await getTranslations("account.accounts");
  const asked = await queryValue(searchParams, "handle");
  const handle = isHandle(asked) ? asked : null;
  const wanted = Number(await queryValue(searchParams, "page"));
  const { lines, total, page, pages } = await loadAccounts(getDb(), actor, { handle, page: wanted });
  const hrefOf = (number: number) =>
    `/admin/campaigners?${new URLSearchParams({ ...(handle ? { handle } : {}), page: String(number) })}`;
  return (
    <>
      <PageTitle intro={<p>{t("intro")}</p>}>{t("title")}</PageTitle>
      {(await queryValue(searchParams, "done")) === "erased" ? (
        <Notice tone="good" role="status">
          <p>{t("erased")}</p>
        </Notice>
      ) : null}
      <Section id="find" title={t("findTitle")}>
        <SmallForm
          action={find}
          path={path}
          words={await accountFormWords()}
          hidden={{ locale }}
          fields={[{ id: "who", name: "who", kind: "line", label: t("find") }]}
          button={t("findButton")}
        />
      </Section>
      <Section id="invite" title={t("inviteTitle")} note={t("inviteNote")}>
        <SmallForm
          action={inviteAction}
          path={path}
          words={await accountFormWords()}
          hidden={{ locale }}
          fields={[
            { id: "invite-email", name: "email", kind: "line", label: t("facts.email") },
            {
              id: "invite-role",
              name: "role",
              kind: "select",
              label: t("role"),
              value: "moderator",
              options: ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) })),
            },
            {
              id: "invite-because",
              name: "because",
              kind: "text",
              label: t("secondReason"),
              hint: t("secondReasonHint"),
            },
          ]}
          button={t("inviteButton")}
        />
      </Section>
      <Section id="accounts" title={t("count", { count: total })}>
        {lines.length === 0 ? <p>{t("none")}</p> : <AccountTable lines={lines} />}
        <p className="mt-4 flex gap-6">
          {page > 1 ? <LocalLink href={hrefOf(page - 1)}>{t("earlier")}</LocalLink> : null}
          {page < pages ? <LocalLink href={hrefOf(page + 1)}>{t("later")}</LocalLink> : null}
        </p>
      </Section>
    </>
  );
}
