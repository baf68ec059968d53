import { getTranslations } from "next-intl/server";
import { changeFormWords } from "@/app/[locale]/(account)/reports/change-words";
import { smallFormWords } from "@/app/[locale]/(account)/reports/small-form-words";
import {
  confirm,
  decide,
  giveBack,
  takeBackAction,
} from "@/app/[locale]/(moderation)/moderation/[id]/actions";
import { SmallForm } from "@/components/reports/small-form";
import { Section } from "@/components/ui/section";
import type { Sitting } from "@/domain/reports/sitting";
import type { ModerationBase } from "@/server/reports/pages/load-moderation-report";

type Props = {
  read: ModerationBase;
  /** What every form of the page sends along. */
  hidden: Readonly<Record<string, string>>;
  path: string;
  sitting: Sitting | null;
};

/** The decision about a report of an entry: whole or not at all, by its holder, or by the second where a rule asks for two. */
export async function ChangeDecision(props: Props) {
  const { read } = props;
  const t = await getTranslations("moderation.one");
  if (read.undo) return <TakeBack {...props} />;
  if (read.refusals.approve === undefined)
    return (
      <Section id="decide" title={t("decideTitle")} note={t("decideNote")}>
        <Decide {...props} />
      </Section>
    );
  if (read.report.state !== "awaiting-second") return null;
  return (
    <Section id="decide" title={t("secondTitle")}>
      {read.refusals.confirm === undefined ? <Second {...props} /> : <p>{t("secondOwn")}</p>}
    </Section>
  );
}

async function Decide(props: Props) {
  const t = await getTranslations("moderation.one");
  const isFinal = props.read.report.hasBeenAppealed;
  const decisions = ["approve", "request-changes", "reject"] as const;
  const words = await smallFormWords();
  const form = await changeFormWords();
  return (
    <SmallForm
      action={decide}
      path={props.path}
      words={{ ...words, text: { ...form.text, decision: t("decision"), reason: t("reason") } }}
      hidden={props.hidden}
      fields={[
        {
          id: "decision",
          name: "decision",
          kind: "radio",
          label: t("decision"),
          options: decisions.map((value) => ({ value, label: t(value) })),
        },
        {
          id: "reason",
          name: "reason",
          kind: "text",
          label: t("reason"),
          hint: isFinal ? t("rejectHintFinal") : t("reasonHint"),
        },
      ]}
      button={t(props.sitting ? "decideNext" : "decide")}
      second={props.sitting ? { name: "intent", value: "stop", button: t("decideStop") } : undefined}
      look="primary"
    />
  );
}

async function Second(props: Props) {
  const t = await getTranslations("moderation.one");
  const { first } = props.read;
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
export async function TakeBack(props: Omit<Props, "sitting">) {
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
