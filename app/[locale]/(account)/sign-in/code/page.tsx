import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { problemWords } from "@/app/[locale]/(account)/problem-words";
import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import { signInWithCode } from "@/app/[locale]/(account)/sign-in/actions";
import { pageLocale } from "@/app/i18n/page-locale";
import { CodeForm } from "@/components/account/code-form";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { Notice } from "@/components/ui/notice";
import { ownPath } from "@/domain/campaigners/own-path";
import { hasReportInHand } from "@/domain/campaigners/report-in-hand";
import { CODE_MINUTES } from "@/domain/campaigners/sign-in-code";
import { isLocalMode } from "@/env";
import { unseal } from "@/server/auth/seal";

type Props = { params: Promise<{ locale: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "account" });
  return { title: t("code.title"), robots: { index: false } };
}

/** After a mail was asked for, and for typing its code on another device. */
export default async function CodePage({ params, searchParams }: Props) {
  await pageLocale(params);
  const t = await getTranslations("account");
  const callbackUrl = ownPath(await queryValue(searchParams, "callbackUrl"));
  // Sealed by our own action: an address of a person stands in no address of a page, and nobody can make one up here.
  const email = unseal("sign-in-address", await queryValue(searchParams, "to")) ?? "";
  const sent = email !== "";
  const codeWords = { code: t("code.code"), codeHint: t("code.codeHint"), button: t("code.button") };
  return (
    <>
      <PageTitle
        intro={<p>{sent ? t("code.sent", { email }) : t("code.intro", { minutes: CODE_MINUTES })}</p>}
      >
        {sent ? t("code.sentTitle") : t("code.title")}
      </PageTitle>
      <div className="space-y-6">
        {sent && hasReportInHand(callbackUrl) ? (
          <Notice tone="important">
            <p>{t("code.sentReport")}</p>
          </Notice>
        ) : null}
        {sent ? <p className="max-w-line">{t("code.sentHint")}</p> : null}
        <CodeForm
          action={signInWithCode}
          email={email}
          callbackUrl={callbackUrl}
          words={{ ...(await problemWords()), email: t("signIn.email"), ...codeWords }}
        />
        <p>
          <LocalLink href={`/sign-in?${new URLSearchParams({ callbackUrl })}`}>{t("code.again")}</LocalLink>
        </p>
        {isLocalMode() ? (
          <p>
            <LocalLink href="/outbox">{t("code.outbox")}</LocalLink>
          </p>
        ) : null}
      </div>
    </>
  );
}
