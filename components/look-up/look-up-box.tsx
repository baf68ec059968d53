import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { currentDefinition } from "@/components/counting/current-definition";
import { LookUpForm } from "@/components/look-up/look-up-form";
import { suggestingTexts } from "@/components/look-up/suggestion-texts";
import { AREA_KINDS } from "@/domain/areas/area";
import { type Alternatives, LOOK_UP_PROBLEMS } from "@/domain/look-up/problem";

/**
 * The look-up box with its words, and with what was wrong with the last try for a page without scripts.
 * @param near the outward code of the postcode that the problem is about
 * @param alternatives what is offered for a postcode that nobody has
 */
export function LookUpBox({
  problem = null,
  near = null,
  alternatives,
  children,
}: {
  problem?: string | null;
  near?: string | null;
  alternatives?: Alternatives;
  /** The answer, which stands before the words about who learns what. */
  children?: ReactNode;
}) {
  const t = useTranslations("look-up");
  const common = useTranslations("common.errors");
  const kinds = useTranslations("areas.kind");
  return (
    <LookUpForm
      locale={useLocale()}
      definition={currentDefinition()}
      trouble={{ problem, near, ...alternatives }}
      texts={{
        label: t("label"),
        hint: t("hint"),
        button: t("button"),
        searching: t("searching"),
        privacy: t("privacy"),
        privacyTitle: t("privacyTitle"),
        nearest: t("nearest"),
        endedIn: t.raw("endedIn"),
        district: t.raw("district"),
        noList: t("noList"),
        sendWhole: t("sendWhole"),
        errorPrefix: common("prefix"),
        suggestions: suggestingTexts(t, Object.fromEntries(AREA_KINDS.map((kind) => [kind, kinds(kind)]))),
        location: {
          button: t("location.button"),
          explanation: t("location.explanation"),
          yes: t("location.yes"),
          no: t("location.no"),
          working: t("location.working"),
          troubles: {
            refused: t("location.refused"),
            unavailable: t("location.unavailable"),
            timeout: t("location.timeout"),
            rough: t("location.rough"),
            outside: t("location.outside"),
            "no-list": t("location.no-list"),
          },
        },
        problems: Object.fromEntries(LOOK_UP_PROBLEMS.map((kind) => [kind, t(`problem.${kind}`)])),
      }}
    >
      {children}
    </LookUpForm>
  );
}
