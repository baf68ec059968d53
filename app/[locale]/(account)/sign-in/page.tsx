import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { problemWords } from "@/app/[locale]/(account)/problem-words";
import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import { askForMail } from "@/app/[locale]/(account)/sign-in/actions";
import { SignedIn } from "@/app/[locale]/(account)/sign-in/signed-in";
import { StarterAccounts } from "@/app/[locale]/(account)/sign-in/starter-accounts";
import { pageLocale } from "@/app/i18n/page-locale";
import { pageMetadata } from "@/app/i18n/page-metadata";
import { SignInForm } from "@/components/account/sign-in-form";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { Notice } from "@/components/ui/notice";
import { ownPath } from "@/domain/campaigners/own-path";
import { hasReportInHand } from "@/domain/campaigners/report-in-hand";
import { isLocalMode } from "@/env";
import { currentActor } from "@/server/auth/current-actor";

type Props = { params: Promise<{ locale: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "account" });
  const words = { title: t("signIn.title"), description: t("signIn.metaDescription") };
  return { ...(await pageMetadata(locale, "/sign-in", words)), robots: { index: false } };
}

export default async function SignInPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const t = await getTranslations("account");
  const words = await problemWords();
  const callbackUrl = ownPath(await queryValue(searchParams, "callbackUrl"));
  const problem = await queryValue(searchParams, "problem");
  const actor = await currentActor();
  if (actor.kind === "campaigner") return <SignedIn actor={actor} locale={locale} words={words} />;
  return (
    <>
      <PageTitle intro={<p>{t(hasReportInHand(callbackUrl) ? "signIn.introReport" : "signIn.intro")}</p>}>
        {t("signIn.title")}
      </PageTitle>
      <div className="space-y-6">
        {problem === "link" || problem === "unavailable" ? (
          <Notice tone="important" role="alert" title={t("problem.title")}>
            <p>{t(`problem.${problem}`)}</p>
          </Notice>
        ) : null}
        <SignInForm
          action={askForMail}
          callbackUrl={callbackUrl}
          locale={locale}
          words={{
            ...words,
            email: t("signIn.email"),
            emailHint: t("signIn.emailHint"),
            button: t("signIn.button"),
          }}
        />
        <p>
          <LocalLink href={`/sign-in/code?${new URLSearchParams({ callbackUrl })}`}>
            {t("signIn.haveCode")}
          </LocalLink>
        </p>
      </div>
      {isLocalMode() ? <StarterAccounts callbackUrl={callbackUrl} words={words} /> : null}
    </>
  );
}
