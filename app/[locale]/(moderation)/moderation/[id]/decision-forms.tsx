import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { reportFormWords } from "@/app/[locale]/(account)/reports/form-words";
import { servedAreasOrNone } from "@/app/[locale]/(account)/reports/served-areas";
import { smallFormWords } from "@/app/[locale]/(account)/reports/small-form-words";
import { confirm, decide, giveBack } from "@/app/[locale]/(moderation)/moderation/[id]/actions";
import { decideWords, recordChoices } from "@/app/[locale]/(moderation)/moderation/[id]/decide-words";
import { sameAsReasons } from "@/app/[locale]/(moderation)/moderation/[id]/twin-buttons";
import { AnsweredPart } from "@/components/moderation/answered-part";
import { DecideForm } from "@/components/moderation/decide-form";
import { ChangeNotices, gapsOf, PartChanges } from "@/components/moderation/new-service-changes";
import { ProposedSources } from "@/components/reports/proposal-facts";
import { SmallForm } from "@/components/reports/small-form";
import { Section } from "@/components/ui/section";
import { decidedParts } from "@/domain/reports/change-parts";
import { FORM_DECISIONS } from "@/domain/reports/decision-form";
import { NEW_SERVICE_FIELDS, type NewServiceField, type NewServiceProposal } from "@/domain/reports/proposal";
import type { Sitting } from "@/domain/reports/sitting";
import type { ModerationRead } from "@/server/reports/pages/load-moderation-report";

type Props = {
  read: ModerationRead;
  proposal: NewServiceProposal;
  /** What every form of the page sends along. */
  hidden: Readonly<Record<string, string>>;
  path: string;
  sitting: Sitting | null;
};

/** The decision of the holder, or of the second moderator where a rule asks for two. */
export async function DecisionForms(props: Props) {
  const t = await getTranslations("moderation.one");
  const { refusals } = props.read;
  if (refusals.approve === undefined)
    return (
      <Section id="decide" title={t("decideTitle")} note={t("decideNote")}>
        <div className="space-y-4">
          <ChangeNotices preview={props.read.preview} />
          <HolderForm {...props} />
        </div>
      </Section>
    );
  if (props.read.report.state !== "awaiting-second") return null;
  return (
    <Section id="decide" title={t("secondTitle")}>
      {refusals.confirm === undefined ? <SecondForms {...props} /> : <p>{t("secondOwn")}</p>}
    </Section>
  );
}

async function HolderForm({ read, proposal, hidden, path, sitting }: Props) {
  const t = await getTranslations("moderation.one");
  const form = await reportFormWords();
  const { commissionerName } = proposal;
  const { words, message } = await decideWords(read.report, sitting, form.text);
  const mayCreate = commissionerName !== "" && read.preview.commissioner === null;
  const yesNo = [
    { value: "named", label: form.text.named ?? "" },
    { value: "not-named", label: form.text.notNamed ?? "" },
  ];
  const status = [
    { value: "operating", label: form.text.statusOperating ?? "" },
    { value: "planned", label: form.text.statusPlanned ?? "" },
  ];
  const notSaid = { value: "", label: form.text.notSaid ?? "" };
  return (
    <DecideForm
      action={decide}
      path={path}
      hidden={{ ...hidden, ...(await sameAsReasons(read)) }}
      decided={decidedParts(proposal)}
      sources={proposal.sources}
      decisions={FORM_DECISIONS}
      revision={read.report.revision}
      message={message && { words: message, submissionKey: randomUUID() }}
      words={{
        ...words,
        text: {
          ...words.text,
          createCommissionerNow: mayCreate ? t("createCommissioner", { name: commissionerName }) : "",
        },
        lists: {
          category: form.options.category,
          providerKind: [notSaid, ...form.options.providerKind],
          contractType: [notSaid, ...form.options.contractType],
          naming: yesNo,
          areaId: await servedAreasOrNone(await getLocale(), form.text.areaNone ?? ""),
          status,
        },
      }}
      goesOn={sitting !== null}
      gaps={gapsOf(proposal, read.preview)}
      changes={partChanges(read, proposal)}
      twins={read.twins.map(({ id, name }) => ({ id, label: t("notTheSame", { name }) }))}
      {...(await recordChoices(
        { places: placesOf(read), providers: read.preview.alikeProviders },
        proposal.providerName,
      ))}
    />
  );
}

function partChanges({ preview, report }: ModerationRead, proposal: NewServiceProposal) {
  const asked = report.decisions.findLast(({ verdict }) => verdict === "request-changes");
  const parts = NEW_SERVICE_FIELDS.map((field): [NewServiceField, ReactNode] => [
    field,
    <>
      <PartChanges field={field} proposal={proposal} preview={preview} />
      <AnsweredPart part={asked?.fields.find((one) => one.field === field)} />
    </>,
  ]);
  return Object.fromEntries(parts) as Record<NewServiceField, ReactNode>;
}

/** The place the author chose stands among those it may be. */
function placesOf({ preview: { place, candidates } }: ModerationRead) {
  return place && !candidates.some(({ id }) => id === place.id) ? [place, ...candidates] : candidates;
}

async function SecondForms({ read, hidden, path }: Props) {
  const t = await getTranslations("moderation.one");
  const words = await smallFormWords();
  return (
    <div className="space-y-8">
      {read.first ? (
        <p className="max-w-line whitespace-pre-line">
          {t("firstDecision", {
            who: t("moderator", { handle: read.first.handle }),
            reason: read.first.reason,
          })}
        </p>
      ) : null}
      {read.first?.proposal ? (
        <div className="max-w-line space-y-3">
          <h3 className="text-xl">{t("secondPublishes")}</h3>
          <ProposedSources proposal={read.first.proposal} />
        </div>
      ) : null}
      <SmallForm
        action={confirm}
        path={path}
        words={words}
        hidden={hidden}
        fields={[
          { id: "confirm-reason", name: "reason", kind: "text", label: t("reason"), hint: t("reasonHint") },
        ]}
        button={t("confirm")}
        look="primary"
      />
      <SmallForm
        action={giveBack}
        path={path}
        words={words}
        hidden={hidden}
        fields={[
          { id: "return-reason", name: "reason", kind: "text", label: t("reason"), hint: t("reasonHint") },
        ]}
        button={t("return")}
      />
    </div>
  );
}
