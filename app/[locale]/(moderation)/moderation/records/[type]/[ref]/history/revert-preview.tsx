import { getTranslations } from "next-intl/server";
import { smallFormWords } from "@/app/[locale]/(account)/reports/small-form-words";
import {
  revertAction,
  takeBackChangeAction,
} from "@/app/[locale]/(moderation)/moderation/records/[type]/[ref]/history/actions";
import { FactChanges } from "@/components/claims/fact-changes";
import { DateText } from "@/components/layout/date-text";
import { SmallForm } from "@/components/reports/small-form";
import { Section } from "@/components/ui/section";
import type { CampaignerActor } from "@/domain/actor";
import { ConflictError, NotAllowedError } from "@/domain/errors";
import { getDb } from "@/server/database";
import type { HistoryForModerators } from "@/server/records/load-history";
import { loadRevert } from "@/server/reports/pages/load-revert";
import { loadTakeBack, type TakeBackRead } from "@/server/reports/pages/load-take-back";

type Props = {
  actor: CampaignerActor;
  hidden: Readonly<Record<string, string>>;
  path: string;
};

async function reasonField() {
  const t = await getTranslations("moderation.history");
  return [{ id: "reason", name: "reason", kind: "text", label: t("reason"), hint: t("reasonHint") }] as const;
}

/** What going back would do, before it happens; then the button. @param to a moment of the history, in milliseconds. */
export async function RevertPreview(props: Props & { history: HistoryForModerators; to: string }) {
  const { actor, history, to, hidden, path } = props;
  const t = await getTranslations("moderation.history");
  const types = await getTranslations("moderation.brake.types");
  const { record } = history;
  const read = await loadRevert(getDb(), actor, record, Number(to));
  if (!read) return <p>{t("gone")}</p>;
  if (read.records.every(({ rows }) => rows.length === 0)) return <p>{t("nothing")}</p>;
  return (
    <>
      {read.records.map(({ type, id, name, rows }) => (
        <Section key={id} id={`record-${id}`} title={t("record", { type: types(type), name })}>
          <FactChanges rows={rows} names={read.names} />
        </Section>
      ))}
      <Section id="do" title={t("doTitle")}>
        <SmallForm
          action={revertAction}
          path={`${path}?to=${to}`}
          words={await smallFormWords()}
          hidden={{ ...hidden, id: record.id, to, version: String(read.version) }}
          fields={await reasonField()}
          button={t("revertNow")}
          look="primary"
        />
      </Section>
    </>
  );
}

/** What taking a change back would do, before it happens; then the button. @param undo the change's id. */
export async function TakeBackPreview({ actor, undo, hidden, path }: Props & { undo: string }) {
  const t = await getTranslations("moderation.history");
  const refusals = await getTranslations("moderation.refusals");
  const read = await loadTakeBack(getDb(), actor, undo).catch((error: unknown) => {
    if (error instanceof ConflictError) return undefined;
    if (error instanceof NotAllowedError) return error;
    throw error;
  });
  if (!read) return <p>{t("gone")}</p>;
  if (read instanceof NotAllowedError) {
    const { reason } = read;
    return <p>{refusals(refusals.has(reason as "other") ? (reason as "other") : "other")}</p>;
  }
  return (
    <>
      <WhatStands read={read} />
      <Section id="do" title={t("doTitle")}>
        <SmallForm
          action={takeBackChangeAction}
          path={`${path}?undo=${undo}`}
          words={await smallFormWords()}
          hidden={{ ...hidden, batchId: undo, version: String(read.version) }}
          fields={await reasonField()}
          button={t(read.standsAgain === null ? "takeBackNow" : "splitNow")}
          look="primary"
        />
      </Section>
    </>
  );
}

async function WhatStands({ read }: { read: TakeBackRead }) {
  const t = await getTranslations("moderation.history");
  const types = await getTranslations("moderation.brake.types");
  const states = await getTranslations("moderation.brake.states");
  const { records, names, standsAgain, checkGone } = read;
  if (records.length === 0 && standsAgain === null && checkGone === null) return <p>{t("nothing")}</p>;
  return (
    <>
      {standsAgain === null ? null : <p className="max-w-line">{t("standsAgain", { name: standsAgain })}</p>}
      {checkGone === null ? null : (
        <p className="max-w-line">{t.rich("checkGone", { day: () => <DateText date={checkGone} /> })}</p>
      )}
      {records.map(({ type, id, name, leaves, rows, stays, shown }) => (
        <Section
          key={id}
          id={`record-${id}`}
          title={t(leaves ? "leaves" : "record", { type: types(type), name })}
        >
          {shown ? (
            <p className="max-w-line">
              {t("shownThen", { before: states(shown.before), after: states(shown.after) })}
            </p>
          ) : null}
          <FactChanges rows={rows} names={names} />
          {stays.length === 0 ? null : (
            <>
              <p className="mt-4 max-w-line">{t("stays", { count: stays.length })}</p>
              <FactChanges rows={stays.map((after) => ({ before: null, after }))} names={names} />
            </>
          )}
        </Section>
      ))}
    </>
  );
}
