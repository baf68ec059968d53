import { useTranslations } from "next-intl";
import { useAreaInWords } from "@/components/areas/answer-text";
import { ShareByKindTable, ShareBySpecialtyTable } from "@/components/areas/share-of-care-tables";
import { useCountingValue } from "@/components/counting/definition-in-words";
import { OrganisationNames } from "@/components/counting/unknown-kinds";
import { useDates } from "@/components/layout/date-text";
import { LocalLink } from "@/components/layout/local-link";
import { Section } from "@/components/ui/section";
import type { Named } from "@/domain/figures/service-row";
import { percentOf, type Share, type ShareOfCareData } from "@/domain/figures/share-of-care";
import type { AreaSummary } from "@/domain/pages/area-page";

/** The organisations behind a number that is in no share, as far as we can name them. */
export function NamedBeside({ organisations }: { organisations: readonly Named[] }) {
  const t = useTranslations("share-of-care");
  if (organisations.length === 0) return null;
  return (
    <>
      {` (${t("amongThem")} `}
      <OrganisationNames organisations={organisations} />)
    </>
  );
}

const SOURCE = { publisher: "NHS England", title: "Consultant-led referral to treatment waiting times" };

/** How much treatment was done outside the NHS for the patients of a health body, or in England, with the tables behind it. */
export function ShareOfCareSection({ area, share }: { area: AreaSummary; share: ShareOfCareData }) {
  const t = useTranslations("share-of-care");
  const inWords = useDates();
  const areaInWords = useAreaInWords();
  const countingValue = useCountingValue();
  const { whole, otherPayers } = share;
  const counting = countingValue(whole.definition);
  const number = (count: number) => t("number", { count });
  const values = (of: Share) => {
    const percent = percentOf(of);
    return {
      outside: number(of.outside),
      all: number(of.all),
      percent: percent === null ? t("none") : t("percent", { percent }),
    };
  };
  const month = inWords(share.month);
  const completed = new Map(otherPayers.map((other) => [other.payer, other.completed]));
  return (
    <Section id="share-of-care" title={t("title")}>
      <p className="max-w-line">
        {t(area.kind === "icb" ? "healthBody" : "england", {
          ...values(whole.together),
          month,
          counting,
          area: area.kind === "icb" ? area.nameEn : areaInWords(area),
        })}{" "}
        {t("admitted", values(whole.admitted))} {t("nonAdmitted", values(whole.nonAdmitted))}
      </p>
      {whole.unknown > 0 ? (
        <p className="mt-3 max-w-line">
          {t("unknownForm", { count: whole.unknown, number: number(whole.unknown) })}
          <NamedBeside organisations={share.unknownCarers} />.
        </p>
      ) : null}
      <details className="mt-3">
        <summary className="py-2.5 font-semibold">{t("byKind")}</summary>
        <ShareByKindTable rows={share.byKind} definition={whole.definition} />
      </details>
      <details>
        <summary className="py-2.5 font-semibold">{t("bySpecialty")}</summary>
        <ShareBySpecialtyTable rows={share.bySpecialty} counting={counting} />
      </details>
      <details>
        <summary className="py-2.5 font-semibold">{t("whatTitle")}</summary>
        <ul className="max-w-line list-disc space-y-2 pl-6">
          <li>{t("in")}</li>
          <li>{t("out")}</li>
          <li>{t("who")}</li>
          {otherPayers.length > 0 ? (
            <li>
              {t("otherPayers", {
                nhsEngland: number(completed.get("nhs-england") ?? 0),
                notNamed: number(completed.get("not-named") ?? 0),
              })}
            </li>
          ) : null}
        </ul>
      </details>
      <p className="mt-3">
        <LocalLink href="/areas/compare">{t("compareLink", { kind: area.kind })}</LocalLink>
      </p>
      <p className="mt-3 max-w-line text-base text-ink-soft">{t("source", { ...SOURCE, month })}</p>
    </Section>
  );
}
