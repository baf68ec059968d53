import { getTranslations } from "next-intl/server";
import { smallFormWords } from "@/app/[locale]/(account)/reports/small-form-words";
import { splitAction } from "@/app/[locale]/(moderation)/moderation/records/[type]/[ref]/history/actions";
import { comment, reviseSourceAction } from "@/app/[locale]/(moderation)/moderation/records/actions";
import { LocalLink } from "@/components/layout/local-link";
import { commentFields } from "@/components/reports/comment-fields";
import { SmallForm } from "@/components/reports/small-form";
import { buttonClasses } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import type { BrakeMove } from "@/domain/records/brake-move";
import { hasPin, isPublic } from "@/domain/services/service";
import type { RecordForModerators } from "@/server/records/load-record";

type Props = {
  read: RecordForModerators;
  /** The complaint that led here; empty for none. */
  complaintId: string;
  locale: string;
  /** Of the entry, without a language. */
  base: string;
  path: string;
};

/** Take it off the site or show it again; mark it disputed or not, seen first. What cannot be done now has no way there. */
export async function BrakeForms({ read, complaintId, locale, base, path }: Props) {
  const t = await getTranslations("moderation.brake");
  const h = await getTranslations("moderation.history");
  const { record, withheld, look, disputes } = read;
  const { visibility } = record;
  const hidden = { locale, type: record.type, ref: record.id };
  const form = { words: await smallFormWords(), hidden, path };
  const reason = (id: string) =>
    [{ id, name: "reason", kind: "text", label: t("reason"), hint: t("reasonHint") }] as const;
  const see = (move: BrakeMove) =>
    `${base}?${new URLSearchParams(complaintId === "" ? { do: move } : { do: move, complaint: complaintId })}`;
  const isShown = withheld === null && (visibility === null || isPublic(visibility));
  const mayDispute = isShown && visibility !== null && hasPin(visibility);
  return (
    <>
      {look && (look.act === "withhold" || look.act === "restore") ? (
        <Section id="look" title={t("lookTitle")} note={t(`lookOf.${look.act}`)}>
          <ToPreview href={`/moderation/second/${look.id}`} text={t("lookLink")} />
        </Section>
      ) : null}
      {withheld ? (
        <Section id="restore" title={t("restoreTitle")} note={`${withheld.reason} ${t("restoreNote")}`}>
          <ToPreview href={see("restore")} text={t("preview.see.restore")} />
        </Section>
      ) : null}
      {visibility === "merged" ? (
        <Section id="split" title={h("splitTitle")} note={h("splitNote")}>
          <SmallForm {...form} action={splitAction} fields={reason("split-reason")} button={h("splitNow")} />
        </Section>
      ) : null}
      {isShown ? (
        <Section id="withhold" title={t("withholdTitle")} note={t(`withholdNote.${record.type}`)}>
          <ToPreview href={see("withhold")} text={t("preview.see.withhold")} />
        </Section>
      ) : null}
      {read.cited ? (
        <Section id="revise" title={t("reviseTitle")} note={t("reviseNote")}>
          <SmallForm
            {...form}
            action={reviseSourceAction}
            fields={[
              {
                id: "cited-title",
                name: "title",
                kind: "line",
                label: t("reviseName"),
                value: read.cited.title,
              },
              {
                id: "cited-publisher",
                name: "publisher",
                kind: "line",
                label: t("revisePublisher"),
                value: read.cited.publisher,
              },
              {
                id: "cited-url",
                name: "url",
                kind: "line",
                label: t("reviseUrl"),
                value: read.cited.url ?? "",
              },
              {
                id: "cited-date",
                name: "publishedOn",
                kind: "line",
                label: t("reviseDate"),
                hint: t("reviseDateHint"),
                value: read.cited.publishedOn ?? "",
              },
              ...read.cited.quotes.map(
                ({ claimId, said, says }, index) =>
                  ({
                    id: `quote.${claimId}`,
                    name: `quote.${claimId}`,
                    kind: "text",
                    label: t("reviseQuote", { number: index + 1 }),
                    hint: said === says ? t("reviseQuoteHint") : t("reviseQuoteWas", { said }),
                    value: says,
                  }) as const,
              ),
              ...reason("revise-reason"),
            ]}
            button={t("revise")}
          />
        </Section>
      ) : null}
      {disputes.length > 0 && visibility === "disputed" ? (
        <Section id="settle" title={t("settleTitle")}>
          <ul className="mb-4 list-disc pl-5">
            {disputes.map(({ id, says }) => (
              <li key={id}>{says}</li>
            ))}
          </ul>
          <ToPreview href={see("settle")} text={t("preview.see.settle")} />
        </Section>
      ) : null}
      {mayDispute && record.type === "provider" ? (
        <Section id="comment" title={t("commentTitle")} note={t("commentNote")}>
          <SmallForm {...form} action={comment} fields={commentFields(t)} button={t("commentSend")} />
        </Section>
      ) : null}
      {mayDispute ? (
        <Section id="dispute" title={t("disputeTitle")} note={t("disputeNote")}>
          <ToPreview href={see("dispute")} text={t("preview.see.dispute")} />
        </Section>
      ) : null}
    </>
  );
}

function ToPreview({ href, text }: { href: string; text: string }) {
  return (
    <p>
      <LocalLink href={href} className={buttonClasses("secondary")}>
        {text}
      </LocalLink>
    </p>
  );
}
