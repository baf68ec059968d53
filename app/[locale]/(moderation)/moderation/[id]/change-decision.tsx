import { randomUUID } from "node:crypto";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { changeFormWords, optionsOfField } from "@/app/[locale]/(account)/reports/change-words";
import { servedAreasOrNone } from "@/app/[locale]/(account)/reports/served-areas";
import { smallFormWords } from "@/app/[locale]/(account)/reports/small-form-words";
import {
  confirm,
  decide,
  giveBack,
  takeBackAction,
} from "@/app/[locale]/(moderation)/moderation/[id]/actions";
import { decideWords, recordChoices } from "@/app/[locale]/(moderation)/moderation/[id]/decide-words";
import { sameAsReasons } from "@/app/[locale]/(moderation)/moderation/[id]/twin-buttons";
import { AnsweredPart } from "@/components/moderation/answered-part";
import { ChangePartRows, FirstChange } from "@/components/moderation/change-part-rows";
import { DecideForm } from "@/components/moderation/decide-form";
import { SecondRules } from "@/components/moderation/new-service-changes";
import { SmallForm } from "@/components/reports/small-form";
import { Section } from "@/components/ui/section";
import { decidedParts, partOfRow, partsOfChange } from "@/domain/reports/change-parts";
import type { ReportPart } from "@/domain/reports/proposal";
import type { Sitting } from "@/domain/reports/sitting";
import type { ModerationBase, ModerationChange } from "@/server/reports/pages/load-moderation-report";

type Props = {
  read: ModerationChange;
  /** What every form of the page sends along. */
  hidden: Readonly<Record<string, string>>;
  path: string;
  sitting: Sitting | null;
};

/** The decision about a report of an entry: part by part by its holder, or by the second where a rule asks for two. */
export async function ChangeDecision(props: Props) {
  const { read } = props;
  const t = await getTranslations("moderation.one");
  if (read.undo) return <TakeBack {...props} />;
  if (read.refusals.approve === undefined)
    return (
      <Section id="decide" title={t("decideTitle")} note={t("decideNote")}>
        <div className="space-y-4">
          <SecondRules rules={read.rules} />
          <Decide {...props} />
        </div>
      </Section>
    );
  if (read.report.state !== "awaiting-second") return null;
  return (
    <Section id="decide" title={t("secondTitle")}>
      {read.refusals.confirm === undefined ? <Second {...props} /> : <p>{t("secondOwn")}</p>}
    </Section>
  );
}

/** What a report about an entry can end in; that it is the same as another is a button beside that one. */
const DECISIONS = ["approve", "request-changes", "reject"] as const;

async function Decide({ read, hidden, path, sitting }: Props) {
  const { report, proposal } = read;
  const { reports } = await getMessages();
  const form = await changeFormWords();
  const { words, message } = await decideWords(report, sitting, form.text);
  const decided = decidedParts(proposal);
  // As its page is addressed: nobody knows an id by sight.
  if (read.change.other) decided.values.other = read.change.other.slug;
  const notSaid = { value: "", label: form.text.notSaid ?? "" };
  const value = proposal.kind === "correction" ? reports.change.rows[proposal.field] : reports.fields.value;
  const values = proposal.kind === "correction" ? await optionsOfField(proposal.field) : null;
  return (
    <DecideForm
      action={decide}
      path={path}
      hidden={{ ...hidden, ...(await sameAsReasons(read)) }}
      decided={decided}
      sources={"sources" in proposal ? proposal.sources : []}
      decisions={DECISIONS}
      revision={report.revision}
      message={message && { words: message, submissionKey: randomUUID() }}
      words={{
        ...words,
        parts: { ...words.parts, value },
        lists: {
          providerKind: [notSaid, ...form.options.providerKind],
          contractType: [notSaid, ...form.options.contractType],
          proof: form.proofs,
          areaId: await servedAreasOrNone(await getLocale(), form.text.areaNone ?? ""),
          ...(values ? { proposed: values } : {}),
        },
      }}
      goesOn={sitting !== null}
      gaps={[]}
      changes={partChanges(read)}
      twins={[]}
      {...(await recordChoices(
        { places: read.places, providers: read.alikeProviders },
        decided.values.providerName ?? "",
      ))}
    />
  );
}

/** Beside each part what would change, and what was asked of it before. */
function partChanges({ change, proposal, report }: ModerationChange) {
  const asked = report.decisions.findLast(({ verdict }) => verdict === "request-changes");
  return Object.fromEntries(
    partsOfChange(proposal).map((part): [ReportPart, ReactNode] => [
      part,
      <>
        <ChangePartRows rows={change.rows.filter(({ field }) => partOfRow(proposal, field) === part)} />
        <AnsweredPart part={asked?.fields.find((one) => one.field === part)} />
      </>,
    ]),
  );
}

async function Second(props: Props) {
  const t = await getTranslations("moderation.one");
  const { first, firstChange } = props.read;
  const words = await smallFormWords();
  const form = { path: props.path, words, hidden: props.hidden };
  const reason = (id: string) => ({
    id,
    name: "reason",
    kind: "text" as const,
    label: t("reason"),
    hint: t("reasonHint"),
  });
  return (
    <div className="space-y-8">
      {first ? (
        <p className="max-w-line whitespace-pre-line">
          {t("firstDecision", { who: t("moderator", { handle: first.handle }), reason: first.reason })}
        </p>
      ) : null}
      {firstChange ? (
        <div className="space-y-3">
          <h3 className="text-xl">{t("secondChanges")}</h3>
          <FirstChange change={firstChange} />
        </div>
      ) : null}
      <SmallForm
        {...form}
        action={confirm}
        fields={[reason("confirm-reason")]}
        button={t("confirm")}
        look="primary"
      />
      <SmallForm {...form} action={giveBack} fields={[reason("return-reason")]} button={t("return")} />
    </div>
  );
}

/** Takes back what a report changed of an entry that was there; nothing where it changed none. */
export async function TakeBack(props: Omit<Props, "sitting" | "read"> & { read: ModerationBase }) {
  const t = await getTranslations("moderation.one");
  if (!props.read.undo) return null;
  const { batchId, version } = props.read.undo;
  return (
    <Section id="undo" title={t("undoTitle")} note={t("undoNote")}>
      <SmallForm
        action={takeBackAction}
        path={props.path}
        words={await smallFormWords()}
        hidden={{ ...props.hidden, batchId, batchVersion: String(version) }}
        fields={[
          { id: "undo-reason", name: "reason", kind: "text", label: t("reason"), hint: t("reasonHint") },
        ]}
        button={t("undo")}
      />
    </Section>
  );
}
