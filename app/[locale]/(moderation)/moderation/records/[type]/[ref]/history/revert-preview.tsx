import { getTranslations } from "next-intl/server";
import { smallFormWords } from "@/app/[locale]/(account)/reports/small-form-words";
import {
  revertAction,
  takeBackChangeAction,
} from "@/app/[locale]/(moderation)/moderation/records/[type]/[ref]/history/actions";
import { FactChanges } from "@/components/claims/fact-changes";
import { SmallForm } from "@/components/reports/small-form";
import { Section } from "@/components/ui/section";
import type { CampaignerActor } from "@/domain/actor";
import { getDb } from "@/server/database";
import type { HistoryForModerators } from "@/server/records/load-history";
import { loadRevert, loadTakeBack } from "@/server/reports/pages/load-revert";

type Props = {
  actor: CampaignerActor;
  history: HistoryForModerators;
  /** A moment of the history, in milliseconds; else the change that would be taken back. */
  to: string | null;
  undo: string | null;
  hidden: Readonly<Record<string, string>>;
  path: string;
};

/** What going back would do, before it happens; then the button. */
export async function RevertPreview({ actor, history, to, undo, hidden, path }: Props) {
  const t = await getTranslations("moderation.history");
  const types = await getTranslations("moderation.brake.types");
  const { record } = history;
  const read =
    undo === null
      ? await loadRevert(getDb(), actor, record, Number(to))
      : await loadTakeBack(getDb(), actor, undo);
  if (!read) return <p>{t("gone")}</p>;
  const standsAgain = "standsAgain" in read ? read.standsAgain : null;
  const fields = [
    { id: "reason", name: "reason", kind: "text", label: t("reason"), hint: t("reasonHint") },
  ] as const;
  const words = await smallFormWords();
  const isNothing = read.records.every(({ rows }) => rows.length === 0) && standsAgain === null;
  return (
    <>
      {standsAgain === null ? null : <p className="max-w-line">{t("standsAgain", { name: standsAgain })}</p>}
      {isNothing ? <p>{t("nothing")}</p> : null}
      {read.records
        .filter(({ rows }) => rows.length > 0)
        .map(({ type, id, name, rows, isNew }) => (
          <Section
            key={id}
            id={`record-${id}`}
            title={t(isNew ? "leaves" : "record", { type: types(type), name })}
          >
            <FactChanges rows={rows} names={read.names} />
          </Section>
        ))}
      {isNothing && undo === null ? null : (
        <Section id="do" title={t("doTitle")}>
          {undo === null ? (
            <SmallForm
              action={revertAction}
              path={`${path}?to=${to}`}
              words={words}
              hidden={{ ...hidden, id: record.id, to: to ?? "", version: String(read.version) }}
              fields={fields}
              button={t("revertNow")}
              look="primary"
            />
          ) : (
            <SmallForm
              action={takeBackChangeAction}
              path={`${path}?undo=${undo}`}
              words={words}
              hidden={{ ...hidden, batchId: undo, version: String(read.version) }}
              fields={fields}
              button={t(standsAgain === null ? "takeBackNow" : "splitNow")}
              look="primary"
            />
          )}
        </Section>
      )}
    </>
  );
}
