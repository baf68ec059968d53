import { useTranslations } from "next-intl";
import { endAllSessions } from "@/app/[locale]/(account)/sign-in/actions";
import { ButtonForm } from "@/components/account/button-form";
import type { ProblemWords } from "@/components/account/form-words";
import { SignOutButton } from "@/components/account/sign-out-button";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { Button, buttonClasses } from "@/components/ui/button";
import type { Role } from "@/domain/actor";

/** The sign-in page of somebody who is signed in: what they are, and the ways out. */
export function SignedIn({ role, locale, words }: { role: Role; locale: string; words: ProblemWords }) {
  const t = useTranslations("account.signedIn");
  return (
    <>
      <PageTitle intro={<p>{t(`role.${role}`)}</p>}>{t("title")}</PageTitle>
      <div className="flex flex-wrap items-start gap-4">
        <LocalLink href="/reports" className={buttonClasses()}>
          {t("reports")}
        </LocalLink>
        <SignOutButton text={t("signOut")} />
        <ButtonForm action={endAllSessions} words={words}>
          <input type="hidden" name="locale" value={locale} />
          <Button look="quiet">{t("signOutEverywhere")}</Button>
        </ButtonForm>
      </div>
    </>
  );
}
