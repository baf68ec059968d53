import { useFormatter, useTranslations } from "next-intl";
import { ChangeTable } from "@/components/moderation/change-table";
import { useNewServiceRows } from "@/components/moderation/new-service-rows";
import { PartRows } from "@/components/moderation/part-rows";
import { Notice } from "@/components/ui/notice";
import type { NewServicePreview } from "@/domain/reports/preview";
import { NEW_SERVICE_FIELDS, type NewServiceField, type NewServiceProposal } from "@/domain/reports/proposal";
import type { SecondPersonRule } from "@/domain/reports/second-person";

type Props = { proposal: NewServiceProposal; preview: NewServicePreview };

/** What approval would publish, beside what is there already, for those who do not decide it now. */
export function NewServiceChanges({ proposal, preview }: Props) {
  const t = useTranslations("moderation.one");
  const format = useFormatter();
  const rows = useNewServiceRows(proposal, preview);
  const gaps = rows.filter((row) => row.isGap);
  return (
    <div className="space-y-4">
      <ChangeNotices preview={preview} />
      <ChangeTable rows={rows.filter((row) => !row.isGap)} />
      {gaps.length > 0 ? (
        <p className="text-ink-soft">{t("gaps", { parts: format.list(gaps.map(({ part }) => part)) })}</p>
      ) : null}
    </div>
  );
}

/** Parts of which the report says nothing, and neither do the public pages. */
export function gapsOf(proposal: NewServiceProposal, preview: NewServicePreview): NewServiceField[] {
  const says: Partial<Record<NewServiceField, boolean>> = {
    commissioner: proposal.commissionerName !== "" || preview.commissioner !== null,
    contract: proposal.contractType !== "",
    "started-on": proposal.startedOn !== "",
  };
  return NEW_SERVICE_FIELDS.filter((field) => says[field] === false);
}

/** The lines of one part, to stand beside the verdict on it. */
export function PartChanges({ proposal, preview, field }: Props & { field: NewServiceField }) {
  return <PartRows rows={useNewServiceRows(proposal, preview).filter((row) => row.field === field)} />;
}

/** What to take care of before approval. */
export function ChangeNotices({ preview }: Pick<Props, "preview">) {
  const t = useTranslations("moderation.one");
  const { place } = preview;
  return (
    <>
      <SecondRules rules={preview.rules} />
      {preview.revealing.length > 0 ? (
        <Notice tone="important" title={t("revealingTitle")}>
          <p>{t("revealing")}</p>
        </Notice>
      ) : null}
      {preview.typedPlace && place ? (
        <Notice tone="important">
          <p>{t("typedPlace", { place: place.name, typed: preview.typedPlace })}</p>
        </Notice>
      ) : null}
    </>
  );
}

/** That a second moderator will be asked, and why. */
export function SecondRules({ rules }: { rules: readonly SecondPersonRule[] }) {
  const t = useTranslations("moderation");
  if (rules.length === 0) return null;
  return (
    <Notice tone="important" title={t("one.secondTitle")}>
      {rules.map((rule) => (
        <p key={rule}>{t(`second.${rule}`)}</p>
      ))}
    </Notice>
  );
}
