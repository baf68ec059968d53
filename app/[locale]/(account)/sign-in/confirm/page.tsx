import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import { pageLocale } from "@/app/i18n/page-locale";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { Button, buttonClasses } from "@/components/ui/button";
import { ownPath } from "@/domain/campaigners/own-path";
import { addressOfLink } from "@/server/auth/confirm-page";

type Props = { params: Promise<{ locale: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "account" });
  // The address holds a key. Not "no-referrer": browsers would then send the button's form with "Origin: null".
  return { title: t("signIn.title"), robots: { index: false }, referrer: "same-origin" };
}

/** Where a mail's link leads. Opening it does nothing, because mail scanners open links; the button signs in. */
export default async function ConfirmPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const t = await getTranslations("account.confirm");
  const token = await queryValue(searchParams, "token");
  const callbackUrl = await queryValue(searchParams, "callbackUrl");
  const email = token && (await addressOfLink(token));
  if (!token || !email) {
    return (
      <>
        <PageTitle intro={<p>{token ? t("over") : t("broken")}</p>}>
          {token ? t("overTitle") : t("brokenTitle")}
        </PageTitle>
        <LocalLink href="/sign-in" className={buttonClasses()}>
          {t("newLink")}
        </LocalLink>
      </>
    );
  }
  const hidden = { token, callbackUrl: ownPath(callbackUrl), locale };
  return (
    <>
      <PageTitle intro={<p>{t("intro")}</p>}>{t("title", { email })}</PageTitle>
      <form method="post" action="/api/auth/callback/email">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button>{t("button")}</Button>
      </form>
      <p className="mt-6">
        <LocalLink href="/sign-in">{t("notYou")}</LocalLink>
      </p>
    </>
  );
}
