import { useTranslations } from "next-intl";
import { endAllSessions } from "@/app/[locale]/(account)/sign-in/actions";
import { ButtonForm } from "@/components/account/button-form";
import type { ProblemWords } from "@/components/account/form-words";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { Button, buttonClasses } from "@/components/ui/button";
import { type CampaignerActor, hasRole } from "@/domain/actor";
import { hasSecondFactorRole } from "@/domain/security/second-factor";

type Props = { actor: CampaignerActor; locale: string; words: ProblemWords };

/** The sign-in page of somebody who is signed in: what they are, what they can do, and the way out everywhere. */
export function SignedIn({ actor, locale, words }: Props) {
  const t = useTranslations("account.signedIn");
  return (
    <>
      <PageTitle intro={<p>{t(`role.${actor.role}`)}</p>}>{t("title")}</PageTitle>
      <div className="flex flex-wrap items-start gap-4">
        <LocalLink href="/reports" className={buttonClasses()}>
          {t("reports")}
        </LocalLink>
        {hasRole(actor, "moderator") ? (
          <LocalLink href="/moderation" className={buttonClasses("secondary")}>
            {t("moderation")}
          </LocalLink>
        ) : null}
        {hasRole(actor, "admin") ? (
          <LocalLink href="/admin/audit" className={buttonClasses("secondary")}>
            {t("audit")}
          </LocalLink>
        ) : null}
        {hasSecondFactorRole(actor.withheld ?? actor.role) ? (
          <LocalLink href="/account/second-factor" className={buttonClasses("secondary")}>
            {t("secondFactor")}
          </LocalLink>
        ) : null}
        <ButtonForm action={endAllSessions} words={words}>
          <input type="hidden" name="locale" value={locale} />
          <Button look="quiet">{t("signOutEverywhere")}</Button>
        </ButtonForm>
      </div>
    </>
  );
}
