import { getMessages, getTranslations } from "next-intl/server";
import { ImportHold } from "@/app/[locale]/(admin)/admin/imports/[id]/import-hold";
import { ListForms } from "@/app/[locale]/(admin)/admin/imports/[id]/list-forms";
import {
  approveImportAction,
  changeSource,
  holdImportAction,
  map,
  refuseImportAction,
  submit,
  undo,
} from "@/app/[locale]/(admin)/admin/imports/actions";
import { importFormWords } from "@/app/[locale]/(admin)/admin/imports/form-words";
import { ApproveForm } from "@/components/imports/approve-form";
import { AskedForm } from "@/components/imports/asked-form";
import { MappingForm } from "@/components/imports/mapping-form";
import { RowDetails } from "@/components/imports/row-details";
import { PractiseFirst } from "@/components/practice/practise-first";
import { LostForms } from "@/components/reports/lost-forms";
import { SmallForm } from "@/components/reports/small-form";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { CampaignerActor } from "@/domain/actor";
import type { ImportMove } from "@/domain/imports/import-policy";
import { APPROVAL_RULES } from "@/domain/imports/selection";
import { type Locale, localPath } from "@/domain/language/locale";
import { recordOf } from "@/domain/lists/keys-of";
import { getDb } from "@/server/database";
import { type ImportRead, loadApproval } from "@/server/imports/engine/load-import";

type Props = { read: ImportRead; actor: CampaignerActor; locale: Locale; path: string };

/** What this actor can do with an import as it stands. */
export async function ImportForms({ read, actor, locale, path: plainPath }: Props) {
  const t = await getTranslations("imports.one");
  const { imports } = await getMessages();
  const words = await importFormWords();
  const path = localPath(locale, plainPath);
  const hidden = { locale, batchId: read.id, version: String(read.version) };
  const may = (move: ImportMove) => read.refusals[move] === undefined;
  const form = { words, hidden, path };
  const approval = may("approve") ? await loadApproval(getDb(), actor, read) : null;
  const isOwn = read.importedBy === actor.id;
  const forms = {
    map,
    submit,
    hold: holdImportAction,
    approve: approveImportAction,
    refuse: refuseImportAction,
    undo,
  };
  return (
    <div className="mt-6 space-y-6">
      <LostForms
        path={path}
        words={words}
        forms={Object.entries(forms).map(([name, action]) => ({
          name,
          action,
          isDrawn: may(name as keyof typeof forms),
        }))}
      />
      {may("map") ? (
        <Section id="columns" title={t("mappingTitle")} note={t("mappingIntro")}>
          <MappingForm
            {...form}
            action={map}
            header={read.header}
            mapping={read.mapping}
            columns={imports.columns}
            text={{ none: t("mappingNone"), send: t("mappingSend") }}
          />
        </Section>
      ) : null}
      {may("map") ? <ListForms read={read} hidden={hidden} path={path} /> : null}
      {may("repair") && read.asks.source ? (
        <AskedForm
          {...form}
          action={changeSource}
          summary={t("changeSource")}
          note={t("changeSourceNote")}
          fields={[
            {
              id: "source-title",
              name: "documentTitle",
              kind: "line",
              label: imports.new.documentTitle,
              value: read.source.title,
            },
            {
              id: "source-publisher",
              name: "publisher",
              kind: "line",
              label: imports.new.publisher,
              value: read.source.publisher,
            },
            {
              id: "source-url",
              name: "url",
              kind: "line",
              hint: imports.new.urlHint,
              label: imports.new.url,
              value: read.source.url,
            },
          ]}
          button={t("changeSourceSend")}
        />
      ) : null}
      {may("submit") ? (
        <SmallForm {...form} action={submit} button={t("submit")} look="primary" note={t("submitNote")} />
      ) : null}
      {read.refusals.approve === "own-import" && read.state === "submitted" ? (
        <Notice tone="important">
          <p>{t("own")}</p>
        </Notice>
      ) : null}
      {read.refusals.hold === "practise-first" ? <PractiseFirst /> : null}
      {read.refusals.hold === "outside-areas" ? (
        <Notice tone="important">
          <p>{imports.failures["outside-areas"]}</p>
        </Notice>
      ) : null}
      <ImportHold {...form} read={read} />
      {approval ? (
        <Section id="approve" title={t("approveTitle")} note={t("approveReason")}>
          <ApproveForm
            {...form}
            action={approveImportAction}
            text={{
              rule: t("approveRule"),
              sample: t("sampleTitle"),
              send: t("approve"),
              rules: imports.one.rules,
              counts: recordOf(APPROVAL_RULES, (rule) => t("ruleRows", approval.rules[rule])),
              warned: approval.rules.all.warned > 0 ? t("warned", approval.rules.all) : null,
              warnedHint: t("warnedHint"),
            }}
            sample={approval.sample.map((row) => ({
              number: row.number,
              label: t("sampleRow", { number: row.number, what: row.plan?.service.name ?? "" }),
              details: <RowDetails row={row} />,
            }))}
          />
        </Section>
      ) : null}
      {may("refuse") ? (
        <AskedForm
          {...form}
          action={refuseImportAction}
          summary={isOwn ? t("takeBack") : t("refuse")}
          fields={[{ id: "refuse-reason", name: "reason", kind: "text", label: t("refuseReason") }]}
          button={isOwn ? t("takeBack") : t("refuse")}
        />
      ) : null}
      {may("undo") ? (
        <AskedForm {...form} action={undo} summary={t("undo")} button={t("undoSure")} note={t("undoNote")} />
      ) : null}
    </div>
  );
}
