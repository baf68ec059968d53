import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import {
  beginFactor,
  confirmFactorAction,
  giveFactor,
  removeFactor,
} from "@/app/[locale]/(account)/account/second-factor/actions";
import { problemWords } from "@/app/[locale]/(account)/problem-words";
import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import { pageLocale } from "@/app/i18n/page-locale";
import { ButtonForm } from "@/components/account/button-form";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { FactorForm } from "@/components/security/factor-form";
import { FactorSetUp } from "@/components/security/factor-set-up";
import { Button, buttonClasses } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { ownPath } from "@/domain/campaigners/own-path";
import { localPath } from "@/domain/language/locale";
import { hasSecondFactorRole } from "@/domain/security/second-factor";
import { requireActor } from "@/server/auth/current-actor";
import { roleHeld } from "@/server/auth/find-session";
import { getDb } from "@/server/database";
import { loadSecondFactor } from "@/server/second-factor/load-second-factor";

type Props = { params: Promise<{ locale: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "security.factor" });
  return { title: t("title"), description: t("metaDescription"), robots: { index: false } };
}

/** An authenticator app: set up, asked for, or taken away. For who decides, or would with it. */
export default async function SecondFactorPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const actor = await requireActor(localPath(locale, "/account/second-factor"));
  if (!hasSecondFactorRole(roleHeld(actor))) notFound();
  const t = await getTranslations("security.factor");
  const factor = await loadSecondFactor(getDb(), actor);
  const callbackUrl = ownPath(await queryValue(searchParams, "callbackUrl"));
  const words = await factorWords();
  const form = { callbackUrl, words };
  if (factor.step === "asked") {
    return (
      <>
        <PageTitle intro={<p>{t("asked.intro")}</p>}>{t("asked.title")}</PageTitle>
        <FactorForm action={giveFactor} {...form} button={t("asked.button")} hint={t("codeOrRecovery")} />
        <p className="mt-6 max-w-line text-ink-soft">{t("asked.lost")}</p>
      </>
    );
  }
  if (factor.step === "begun") {
    return (
      <>
        <PageTitle intro={<p>{t("begun.intro")}</p>}>{t("begun.title")}</PageTitle>
        <FactorSetUp {...factor} />
        <Section id="confirm" title={t("begun.confirmTitle")}>
          <FactorForm
            action={confirmFactorAction}
            {...form}
            button={t("begun.button")}
            hint={t("codeOnly")}
          />
        </Section>
      </>
    );
  }
  if (factor.step === "none") {
    const why = actor.withheld ? t("none.required") : factor.required ? t("none.required") : t("none.intro");
    return (
      <>
        <PageTitle intro={<p>{why}</p>}>{t("title")}</PageTitle>
        <ButtonForm action={beginFactor} words={words}>
          <input type="hidden" name="callbackUrl" value={callbackUrl} />
          <Button>{t("none.button")}</Button>
        </ButtonForm>
      </>
    );
  }
  return (
    <>
      <PageTitle intro={<p>{t("on.intro", { count: factor.recoveryLeft })}</p>}>{t("on.title")}</PageTitle>
      <LocalLink href={callbackUrl === "/" ? "/moderation" : callbackUrl} className={buttonClasses()}>
        {t("on.next")}
      </LocalLink>
      <Section id="remove" title={t("on.removeTitle")} note={factor.required ? t("on.removeRequired") : null}>
        <FactorForm
          action={removeFactor}
          {...form}
          button={t("on.removeButton")}
          hint={t("codeOrRecovery")}
        />
      </Section>
    </>
  );
}

async function factorWords() {
  const t = await getTranslations("security.factor");
  const words = await problemWords();
  const keys = ["factor-missing", "factor-shape", "factor-digits", "factor-wrong"] as const;
  const errors = Object.fromEntries(keys.map((key) => [key, t(`errors.${key}`)]));
  return {
    ...words,
    errors: { ...words.errors, ...errors },
    failures: { ...words.failures, "too-many": t("errors.too-many"), conflict: t("errors.changed") },
    code: t("code"),
  };
}
