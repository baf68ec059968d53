import { useTranslations } from "next-intl";
import { ChangeTable } from "@/components/moderation/change-table";
import { Notice } from "@/components/ui/notice";
import type { NewServicePreview } from "@/domain/reports/preview";
import type { NewServiceProposal } from "@/domain/reports/proposal";

/** What approval would publish, beside what is there already. */
export function NewServiceChanges({
  proposal,
  preview,
}: {
  proposal: NewServiceProposal;
  preview: NewServicePreview;
}) {
  const t = useTranslations("moderation.one");
  const reports = useTranslations("reports.one");
  const services = useTranslations("services");
  const { place, provider, commissioner, position } = preview;
  const nothing = t("nothingYet");
  const newOrKnown = (known: { name: string } | null, name: string) =>
    known ? t("existing", { name: known.name }) : t("newRecord", { name });
  const address = [proposal.addressLines, proposal.town, proposal.postcode].filter(Boolean).join(", ");
  const where = place ? t("existing", { name: place.name }) : t("newRecord", { name: proposal.placeName });
  const noPlace = { "area-only": t("areaOnly"), "serves-area": t("servesArea") };
  const rows = [
    { id: "name", part: t("lines.name"), before: nothing, after: preview.name },
    {
      id: "category",
      part: t("lines.category"),
      before: nothing,
      after: services(`category.${proposal.category}`),
    },
    {
      id: "place",
      part: t("lines.place"),
      before: place ? [place.name, place.town, place.postcode].filter(Boolean).join(", ") : nothing,
      after:
        position === "area-only" || position === "serves-area"
          ? noPlace[position]
          : place || !address
            ? where
            : `${where}: ${address}`,
    },
    { id: "position", part: t("lines.position"), before: nothing, after: t(`position.${position}`) },
    {
      id: "provider",
      part: t("lines.provider"),
      before: provider?.name ?? nothing,
      after: proposal.naming === "named" ? newOrKnown(provider, proposal.providerName) : reports("notNamed"),
    },
    {
      id: "providerKind",
      part: t("lines.providerKind"),
      before: nothing,
      after: proposal.providerKind ? services(`providerKind.${proposal.providerKind}`) : reports("notGiven"),
    },
    {
      id: "commissioner",
      part: t("lines.commissioner"),
      before: commissioner?.name ?? nothing,
      after: proposal.commissionerName
        ? commissioner
          ? newOrKnown(commissioner, "")
          : t("commissionerUnknown", { name: proposal.commissionerName })
        : reports("notGiven"),
    },
    {
      id: "contract",
      part: t("lines.contract"),
      before: nothing,
      after: proposal.contractType
        ? services(`claim.contractType.${proposal.contractType}`)
        : reports("notGiven"),
    },
    {
      id: "startedOn",
      part: t("lines.startedOn"),
      before: nothing,
      after: proposal.startedOn || reports("notGiven"),
    },
    {
      id: "status",
      part: t("lines.status"),
      before: nothing,
      after: services(`status.${proposal.status}`),
    },
  ];
  return (
    <div className="space-y-4">
      {preview.rules.length > 0 ? (
        <Notice tone="important" title={t("secondTitle")}>
          {preview.rules.map((rule) => (
            <SecondRule key={rule} rule={rule} />
          ))}
        </Notice>
      ) : null}
      {preview.typedPlace && place ? (
        <Notice tone="important">
          <p>{t("typedPlace", { place: place.name, typed: preview.typedPlace })}</p>
        </Notice>
      ) : null}
      <ChangeTable rows={rows} />
    </div>
  );
}

function SecondRule({ rule }: { rule: NewServicePreview["rules"][number] }) {
  const t = useTranslations("moderation.second");
  return <p>{t(rule)}</p>;
}
