import { getTranslations } from "next-intl/server";
import { problemWords } from "@/app/[locale]/(account)/problem-words";
import { setFactorRule } from "@/app/[locale]/(admin)/admin/security/actions";
import { ButtonForm } from "@/components/account/button-form";
import { LocalLink } from "@/components/layout/local-link";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";

type Props = { required: boolean; hasOwn: boolean; locale: string };

/** Whether moderators and admins must have an authenticator app, and the button that changes it. */
export async function FactorRule({ required, hasOwn, locale }: Props) {
  const t = await getTranslations("security.rule");
  return (
    <Section id="factor" title={t("title")} note={required ? t("required") : t("optional")}>
      {hasOwn || required ? (
        <ButtonForm action={setFactorRule} words={await problemWords()}>
          <input type="hidden" name="locale" value={locale} />
          <Button look="secondary" name="required" value={required ? "no" : "yes"}>
            {required ? t("stop") : t("start")}
          </Button>
        </ButtonForm>
      ) : (
        <p>
          <LocalLink href="/account/second-factor?callbackUrl=/admin/security">{t("ownFirst")}</LocalLink>
        </p>
      )}
    </Section>
  );
}
