import { useTranslations } from "next-intl";
import { signInAsStarter } from "@/app/[locale]/(account)/sign-in/actions";
import { ButtonForm } from "@/components/account/button-form";
import type { ProblemWords } from "@/components/account/form-words";
import { LocalLink } from "@/components/layout/local-link";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { STARTER_ACCOUNTS } from "@/domain/campaigners/starter-account";

/** A button for each starter account; local mode only, which the use case checks again. */
export function StarterAccounts({ callbackUrl, words }: { callbackUrl: string; words: ProblemWords }) {
  const t = useTranslations("account.starter");
  return (
    <Section id="starter" title={t("title")} note={t("intro")}>
      <ButtonForm action={signInAsStarter} words={words}>
        <input type="hidden" name="callbackUrl" value={callbackUrl} />
        <ul className="space-y-3">
          {STARTER_ACCOUNTS.map(({ key }) => (
            <li key={key}>
              <Button look="secondary" name="account" value={key}>
                {t(`as.${key}`)}
              </Button>
            </li>
          ))}
        </ul>
      </ButtonForm>
      <p className="mt-6">
        <LocalLink href="/outbox">{t("outbox")}</LocalLink>
      </p>
    </Section>
  );
}
