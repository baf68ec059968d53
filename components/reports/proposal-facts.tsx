import { useTranslations } from "next-intl";
import { useDates } from "@/components/layout/date-text";
import { MarkedText } from "@/components/moderation/marked-text";
import { Facts } from "@/components/ui/facts";
import type { NewServiceProposal } from "@/domain/reports/proposal";
import { type EditedPart, sourcePartField } from "@/domain/reports/published-texts";
import { chosenArea } from "@/domain/reports/serves-area";
import type { RevealingWords } from "@/domain/services/revealing/revealing-words";

/** What a report proposes, field by field, as text: nothing that was typed is ever markup. */
export function ProposalFacts({ proposal }: { proposal: NewServiceProposal }) {
  const t = useTranslations("reports");
  const services = useTranslations("services");
  const or = (text: string) => text || <span className="text-ink-soft">{t("one.notGiven")}</span>;
  const { providerKind, contractType } = proposal;
  const pin = proposal.point ? t("one.pinned", { point: proposal.point }) : "";
  const address = [proposal.addressLines, proposal.town, proposal.postcode, pin].filter(Boolean).join(", ");
  const provider = proposal.naming === "named" ? proposal.providerName : t("one.notNamed");
  return (
    <Facts
      facts={[
        { name: t("fields.category"), value: services(`category.${proposal.category}`) },
        { name: t("fields.status"), value: services(`status.${proposal.status}`) },
        {
          name: t("fields.place"),
          value:
            chosenArea(proposal) === null
              ? [proposal.placeName, address].filter(Boolean).join(", ")
              : t("one.servesArea", { area: proposal.placeName }),
        },
        {
          name: t("fields.provider"),
          value: providerKind ? `${provider} (${services(`providerKind.${providerKind}`)})` : provider,
        },
        { name: t("fields.commissioner"), value: or(proposal.commissionerName) },
        {
          name: t("fields.contract"),
          value: or(contractType ? services(`claim.contractType.${contractType}`) : ""),
        },
        { name: t("fields.started-on"), value: or(proposal.startedOn) },
        { name: t("fields.sources"), value: <ProposedSources proposal={proposal} /> },
        { name: t("fields.note"), value: or(proposal.note) },
      ]}
    />
  );
}

/** The sources with their links; nofollow, because anybody may have sent them. */
export function ProposedSources({
  proposal,
  marks = [],
}: {
  proposal: Pick<NewServiceProposal, "sources">;
  /** Words that would tell where care is which is shown by area only. */
  marks?: readonly RevealingWords[];
}) {
  const t = useTranslations("moderation.one");
  const services = useTranslations("services.claim.sourceKind");
  const inWords = useDates();
  return (
    <ol className="list-decimal space-y-3 pl-5">
      {proposal.sources.map((source, index) => {
        const marked = (part: EditedPart) => (
          <MarkedText text={source[part]} field={sourcePartField(index, part)} marks={marks} />
        );
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a submitted proposal never changes order
          <li key={index}>
            {source.url ? (
              <a href={source.url} rel="nofollow noopener noreferrer ugc">
                {marked("title")}
              </a>
            ) : (
              <span>{marked("title")}</span>
            )}
            <br />
            {marked("publisher")}, {source.publishedOn ? inWords(source.publishedOn) : t("undated")} (
            {services(source.kind)}){source.url ? null : `; ${t("noLink")}`}
            <br />
            <q>{marked("says")}</q>
            {marks.some(({ field }) => field === sourcePartField(index, "url")) ? (
              <>
                <br />
                {marked("url")}
              </>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
