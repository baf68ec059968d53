import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDates } from "@/components/layout/date-text";
import { ProposedSources } from "@/components/reports/proposal-facts";
import { NeverPublic, useAnswerRow } from "@/components/reports/review-parts";
import { Facts } from "@/components/ui/facts";
import { Section } from "@/components/ui/section";
import type { ReportStep } from "@/domain/reports/new-service-steps";
import type { NewServicePreview } from "@/domain/reports/preview";
import type { NewServiceProposal } from "@/domain/reports/proposal";
import { chosenArea } from "@/domain/reports/serves-area";

type Props = {
  proposal: NewServiceProposal;
  preview: NewServicePreview;
  /** The photographs and PDFs, and the page that they are changed on. */
  files: { names: readonly string[]; href: string };
  /** The address of the page that asks, where an answer is changed. */
  hrefOf: (step: ReportStep) => string;
};

/** Every answer of a report with a link that changes it. */
export function ReviewAnswers({ proposal, preview, files, hrefOf }: Props) {
  const t = useTranslations("reports");
  const services = useTranslations("services");
  const inWords = useDates();
  const { providerKind, contractType } = proposal;
  const linked = useAnswerRow();
  const row = (step: ReportStep, name: string, value: ReactNode) => linked(hrefOf(step), name, value);
  const locale = useLocale();
  const pin = !preview.place && proposal.point ? t("one.pinned", { point: proposal.point }) : "";
  const place = preview.place ?? proposal;
  const name = preview.place?.name ?? proposal.placeName;
  const lines = preview.place ? "" : proposal.addressLines;
  return (
    <Section id="answers" title={t("steps.review.answersTitle")}>
      <Facts
        facts={[
          row(
            "where",
            t("fields.place"),
            chosenArea(proposal) === null
              ? joined(name, lines, place.town, place.postcode, pin)
              : t("one.servesArea", { area: proposal.placeName }),
          ),
          ...(preview.centre && preview.areas.length > 0
            ? [row("where", t("steps.review.lies"), areaNames(preview.areas, locale))]
            : []),
          row("what", t("fields.category"), services(`category.${proposal.category}`)),
          row("who", t("fields.provider"), providerOf(proposal) || t("one.notNamed")),
          row("when", t("fields.status"), services(`status.${proposal.status}`)),
          row("when", t("fields.started-on"), proposal.startedOn && inWords(proposal.startedOn)),
          row("source", t("fields.sources"), <ProposedSources proposal={proposal} />),
          linked(files.href, t("files.title"), files.names.join(", ")),
          row("source", t("new.providerKind"), providerKind && services(`providerKind.${providerKind}`)),
          row("source", t("fields.commissioner"), proposal.commissionerName),
          row("source", t("fields.contract"), contractType && services(`claim.contractType.${contractType}`)),
          row("source", t("fields.note"), proposal.note),
        ]}
      />
    </Section>
  );
}

/** Exactly what everybody could read once it is approved, and what nobody ever will. */
export function ReviewPublic({
  proposal,
  preview,
  hasFiles,
}: Omit<Props, "hrefOf" | "files"> & { hasFiles: boolean }) {
  const t = useTranslations("reports");
  const services = useTranslations("services");
  const inWords = useDates();
  const locale = useLocale();
  const { position, place } = preview;
  const hasPlace = position !== "area-only" && position !== "serves-area";
  const { providerKind, contractType } = proposal;
  const at = place ?? proposal;
  const shown: readonly (readonly [string, ReactNode])[] = [
    [t("steps.review.called"), preview.name],
    [t("fields.category"), services(`category.${proposal.category}`)],
    [
      t("fields.place"),
      hasPlace
        ? joined(place?.name ?? proposal.placeName, place ? "" : proposal.addressLines, at.town, at.postcode)
        : position === "serves-area" && chosenArea(proposal) !== null
          ? t("steps.review.serves", { area: areaNames(preview.areas, locale) || proposal.placeName })
          : t(position === "area-only" ? "steps.review.areaOnly" : "steps.review.servesArea"),
    ],
    [t("fields.provider"), preview.provider?.name ?? (providerOf(proposal) || t("one.notNamed"))],
    [t("new.providerKind"), !preview.provider && providerKind && services(`providerKind.${providerKind}`)],
    [t("fields.status"), services(`status.${proposal.status}`)],
    [t("fields.started-on"), proposal.startedOn && inWords(proposal.startedOn)],
    [t("fields.commissioner"), proposal.commissionerName],
    [t("fields.contract"), contractType && services(`claim.contractType.${contractType}`)],
    [t("fields.sources"), <ProposedSources key="sources" proposal={proposal} marks={preview.revealing} />],
  ];
  const never = [
    t("steps.review.you"),
    ...(proposal.note ? [t("steps.review.note")] : []),
    ...(hasFiles ? [t("steps.review.files")] : []),
    ...(hasPlace ? [] : [t("steps.review.place")]),
    t("steps.review.thoughts"),
  ];
  return (
    <>
      <Section id="public" title={t("steps.review.publicTitle")} note={t("steps.review.publicNote")}>
        <Facts facts={shown.flatMap(([name, value]) => (value ? [{ id: name, name, value }] : []))} />
        <div className="mt-3 max-w-line space-y-2 text-ink-soft">
          {position === "none" ? <p>{t("steps.review.noPosition")}</p> : null}
          {position === "pin-rough" ? <p>{t("steps.review.pinRough")}</p> : null}
          {position === "town" ? <p>{t("steps.review.approximate")}</p> : null}
          {preview.typedPlace ? <p>{t("steps.review.typedPlace")}</p> : null}
          {preview.revealing.length > 0 ? <p>{t("steps.review.revealing")}</p> : null}
        </div>
      </Section>
      <NeverPublic lines={never} />
    </>
  );
}

function providerOf({ naming, providerName }: NewServiceProposal): string {
  return naming === "named" ? providerName : "";
}

function areaNames(areas: NewServicePreview["areas"], locale: string): string {
  return areas.map(({ en, cy }) => (locale === "cy" && cy ? cy : en)).join(", ");
}

function joined(...parts: string[]): string {
  return parts.filter((part) => part !== "").join(", ");
}
