import { getTranslations } from "next-intl/server";
import { smallFormWords } from "@/app/[locale]/(account)/reports/small-form-words";
import {
  citeAgainAction,
  dispute,
  dropSourceAction,
  restoreRecordAction,
  settle,
  withhold,
} from "@/app/[locale]/(moderation)/moderation/records/actions";
import { FactChanges } from "@/components/claims/fact-changes";
import { LocalLink } from "@/components/layout/local-link";
import { ChangeTable } from "@/components/moderation/change-table";
import { SmallForm } from "@/components/reports/small-form";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { CampaignerActor } from "@/domain/actor";
import type { BrakeMove, EntryShown } from "@/domain/records/brake-move";
import { type BrakePreview, loadBrakePreview } from "@/server/complaints/load-brake-preview";
import { getDb } from "@/server/database";
import type { RecordForModerators } from "@/server/records/load-record";

type Props = {
  actor: CampaignerActor;
  move: BrakeMove;
  /** Which source of the entry it is about, of "drop" and "cite". */
  sourceId: string;
  read: RecordForModerators;
  /** The complaint that led here; empty for none. */
  complaintId: string;
  locale: string;
  /** Of the entry, without a language. */
  base: string;
  /** The page's own. */
  path: string;
};

/** What taking it off the site, showing it again or disputing it would do, before it happens; then the form that does it. */
export async function BrakePreviewed({
  actor,
  move,
  sourceId,
  read,
  complaintId,
  locale,
  base,
  path,
}: Props) {
  const t = await getTranslations("moderation.brake");
  const { record, withheld, disputes } = read;
  const preview = await loadBrakePreview(getDb(), actor, move, {
    type: record.type,
    ref: record.id,
    sourceId,
  });
  const words = await smallFormWords();
  const back = <LocalLink href={base}>{t("preview.back")}</LocalLink>;
  if ("refused" in preview)
    return (
      <Notice tone="important">
        <p>{words.failures[preview.refused] ?? t("preview.refused")}</p>
        <p>{back}</p>
      </Notice>
    );
  const fields = move === "dispute" ? await disputeFields(read) : await reasonFields(move);
  return (
    <>
      <p className="max-w-line">
        {t(move === "withhold" ? `withholdNote.${record.type}` : `preview.note.${move}`)}
      </p>
      {withheld ? (
        <p className="max-w-line whitespace-pre-line">
          {t("preview.offBecause", { reason: withheld.reason })}
        </p>
      ) : null}
      {move === "drop" || move === "cite" ? (
        <p className="max-w-line">
          {t("preview.source", {
            title: [...read.sources, ...read.dropped].find(({ id }) => id === sourceId)?.title ?? "",
          })}
        </p>
      ) : null}
      {move === "settle" ? (
        <ul className="mb-4 list-disc pl-5">
          {disputes.map(({ id, says }) => (
            <li key={id}>{says}</li>
          ))}
        </ul>
      ) : null}
      {(move === "withhold" || move === "restore") && preview.need !== "one" ? (
        <Notice tone="important">
          <p>{t(`preview.need.${move}.${preview.need}`)}</p>
        </Notice>
      ) : null}
      <WhatReadersSee preview={preview} locale={locale} />
      <Section id="do" title={t(`preview.do.${move}`)}>
        <SmallForm
          action={ACTIONS[move]}
          path={path}
          words={words}
          hidden={{
            locale,
            type: record.type,
            ref: record.id,
            complaintId,
            sourceId,
            version: String(preview.version),
          }}
          fields={fields}
          button={t(move)}
          look="primary"
        />
        <p className="mt-4">{back}</p>
      </Section>
    </>
  );
}

const ACTIONS = {
  withhold,
  restore: restoreRecordAction,
  dispute,
  settle,
  drop: dropSourceAction,
  cite: citeAgainAction,
};

async function reasonFields(move: BrakeMove) {
  const t = await getTranslations("moderation.brake");
  return [
    { id: `${move}-reason`, name: "reason", kind: "text", label: t("reason"), hint: t("reasonHint") },
  ] as const;
}

async function disputeFields({ fields }: RecordForModerators) {
  const t = await getTranslations("moderation.brake");
  const facts = await getTranslations("services.claim.field");
  return [
    {
      id: "dispute-field",
      name: "field",
      kind: "select",
      label: t("disputeField"),
      options: [
        { value: "", label: t("disputeWhole") },
        ...fields.map((value) => ({ value, label: facts(value as "name") })),
      ],
    },
    {
      id: "dispute-says",
      name: "says",
      kind: "text",
      label: t("disputeSays"),
      hint: t("disputeSaysHint"),
    },
  ] as const;
}

/** What readers would see otherwise: how the entry is shown, where entries are met, the numbers of areas, facts. */
export async function WhatReadersSee({ preview, locale }: { preview: BrakePreview; locale: string }) {
  const t = await getTranslations("moderation.brake.preview");
  const states = await getTranslations("moderation.brake.states");
  const types = await getTranslations("moderation.brake.types");
  const kinds = await getTranslations("areas.kind");
  const { visibility, entries, areas, facts, names } = preview;
  const change = (before: string, after: string) => ({ before, after });
  const where = (shown: EntryShown | null) =>
    shown === null ? t("nowhere") : shown.in.map((one) => t(`in.${one}`)).join(", ");
  const called = (shown: EntryShown | null, other: EntryShown | null) =>
    t("entry", {
      type: types((shown ?? other)?.type ?? "service"),
      name: shown?.name ?? other?.name ?? t("nameless"),
    });
  return (
    <Section id="what-it-does" title={t("title")}>
      {visibility ? (
        <p className="max-w-line">
          {visibility.before === visibility.after
            ? t("stays", { state: states(visibility.before) })
            : t("shown", change(states(visibility.before), states(visibility.after)))}
        </p>
      ) : null}
      {entries.length > 0 ? (
        <ChangeTable
          label={t("entriesTable")}
          headings={[t("columnEntry"), t("columnNow"), t("columnThen")]}
          rows={entries.map(({ key, before, after }) => ({
            id: key,
            part: called(before, after),
            before: where(before),
            after: where(after),
          }))}
        />
      ) : (
        <p className="max-w-line">{t("noneMoves")}</p>
      )}
      {areas.first.length > 0 ? (
        <div className="mt-8">
          <ChangeTable
            label={t("areasTable")}
            headings={[t("columnArea"), t("columnNow"), t("columnThen")]}
            rows={areas.first.map(({ id, kind, nameEn, nameCy, before, after }) => ({
              id,
              part: t("entry", { type: kinds(kind), name: (locale === "cy" ? nameCy : null) ?? nameEn }),
              before: t("services", { count: before }),
              after: t("services", { count: after }),
            }))}
          />
        </div>
      ) : (
        <p className="max-w-line">{t("noNumbers")}</p>
      )}
      {areas.all > areas.first.length ? (
        <p>{t("moreAreas", { count: areas.all - areas.first.length })}</p>
      ) : null}
      {facts.map(({ id, type, name, rows }) => (
        <Section key={id} id={`facts-${id}`} title={t("entry", { type: types(type), name })}>
          <FactChanges rows={rows} names={names} />
        </Section>
      ))}
    </Section>
  );
}
