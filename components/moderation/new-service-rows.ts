import { useTranslations } from "next-intl";
import type { ChangeRow } from "@/components/moderation/change-table";
import type { NewServicePreview } from "@/domain/reports/preview";
import type { NewServiceField, NewServiceProposal } from "@/domain/reports/proposal";
import { chosenArea } from "@/domain/reports/serves-area";

/** A line of what approval would publish, beside what is there already, and the part of the report it comes from. */
export type NewServiceRow = ChangeRow & {
  field: NewServiceField;
  /** The report says nothing of it, and neither do the public pages. */
  isGap?: boolean;
};

/** Every line, in the order of the report. The name of the service is made of the kind of care and the place. */
export function useNewServiceRows(proposal: NewServiceProposal, preview: NewServicePreview): NewServiceRow[] {
  const t = useTranslations("moderation.one");
  const reports = useTranslations("reports.one");
  const services = useTranslations("services");
  const { place, provider, commissioner, position, nearest } = preview;
  const nothing = t("nothingYet");
  const newOrKnown = (known: { name: string } | null, name: string) =>
    known ? t("existing", { name: known.name }) : t("newRecord", { name });
  const address = [proposal.addressLines, proposal.town, proposal.postcode, proposal.point]
    .filter(Boolean)
    .join(", ");
  const where = place ? t("existing", { name: place.name }) : t("newRecord", { name: proposal.placeName });
  const served = chosenArea(proposal);
  const servesArea = served === null ? t("servesArea") : t("servesChosen", { area: proposal.placeName });
  const noPlace = { "area-only": t("areaOnly"), "serves-area": servesArea };
  const areas = preview.centre ? preview.areas.map(({ en }) => en).join(", ") : "";
  return [
    { id: "name", field: "category", part: t("lines.name"), before: nothing, after: preview.name },
    {
      id: "category",
      field: "category",
      part: t("lines.category"),
      before: nothing,
      after: services(`category.${proposal.category}`),
    },
    {
      id: "place",
      field: "place",
      part: t("lines.place"),
      before: place ? [place.name, place.town, place.postcode].filter(Boolean).join(", ") : nothing,
      after:
        position === "area-only" || position === "serves-area"
          ? noPlace[position]
          : place || !address
            ? where
            : `${where}: ${address}`,
    },
    {
      id: "position",
      field: "place",
      part: t("lines.position"),
      before: nothing,
      after:
        nearest.length > 0
          ? t("position.postcode-near", { nearest: nearest.join(", ") })
          : areas === ""
            ? t(`position.${position}`)
            : t("areasOf", { position: t(`position.${position}`), areas }),
    },
    {
      id: "provider",
      field: "provider",
      part: t("lines.provider"),
      before: provider?.name ?? nothing,
      after: proposal.naming === "named" ? newOrKnown(provider, proposal.providerName) : reports("notNamed"),
    },
    {
      id: "providerKind",
      field: "provider",
      part: t("lines.providerKind"),
      before: nothing,
      after: proposal.providerKind ? services(`providerKind.${proposal.providerKind}`) : reports("notGiven"),
      isGap: !proposal.providerKind,
    },
    {
      id: "commissioner",
      field: "commissioner",
      part: t("lines.commissioner"),
      before: commissioner?.name ?? nothing,
      after: proposal.commissionerName
        ? commissioner
          ? newOrKnown(commissioner, "")
          : t("commissionerUnknown", { name: proposal.commissionerName })
        : reports("notGiven"),
      isGap: !proposal.commissionerName && !commissioner,
    },
    {
      id: "contract",
      field: "contract",
      part: t("lines.contract"),
      before: nothing,
      after: proposal.contractType
        ? services(`claim.contractType.${proposal.contractType}`)
        : reports("notGiven"),
      isGap: !proposal.contractType,
    },
    {
      id: "startedOn",
      field: "started-on",
      part: t("lines.startedOn"),
      before: nothing,
      after: proposal.startedOn || reports("notGiven"),
      isGap: !proposal.startedOn,
    },
    {
      id: "status",
      field: "status",
      part: t("lines.status"),
      before: nothing,
      after: services(`status.${proposal.status}`),
    },
  ];
}
