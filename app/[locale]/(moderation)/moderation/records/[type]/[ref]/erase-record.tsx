import { getTranslations } from "next-intl/server";
import { accountFormWords } from "@/app/[locale]/(account)/account/form-words";
import { askErasingRecordAction } from "@/app/[locale]/(moderation)/moderation/second/actions";
import { eraseBecause } from "@/app/[locale]/(moderation)/moderation/second/erase-because";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { LostForms } from "@/components/reports/lost-forms";
import { SmallForm } from "@/components/reports/small-form";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { CampaignerActor } from "@/domain/actor";
import { type Locale, localPath } from "@/domain/language/locale";
import type { ErasingObstacle } from "@/domain/records/erase-record";
import { referenceOf } from "@/domain/senders/sender";
import { getDb } from "@/server/database";
import { type ErasingRecord, loadErasingRecord } from "@/server/records/ask-erasing-record";
import type { RecordForModerators } from "@/server/records/load-record";

type Props = {
  actor: CampaignerActor;
  record: RecordForModerators["record"];
  locale: Locale;
  /** Of the entry, without a language. */
  base: string;
};

/** For admins: what erasing an entry for good would remove and leave, and then the form that asks for it. */
export async function ErasePreviewed({ actor, record, locale, base }: Props) {
  const t = await getTranslations("moderation.eraseRecord");
  const words = await accountFormWords();
  const asked = { type: record.type, ref: record.id };
  const isEntry = record.type !== "source";
  const erasing = isEntry ? await loadErasingRecord(getDb(), actor, "ask", asked) : null;
  const path = `${localPath(locale, base)}?do=erase`;
  const isDrawn = erasing !== null && erasing.refusal === null && erasing.lookId === null;
  return (
    <>
      <LostForms
        path={path}
        words={words}
        forms={[{ name: "erase", action: askErasingRecordAction, isDrawn }]}
      />
      <PageTitle over={record.name || referenceOf(record.id)}>{t("title")}</PageTitle>
      <Notice tone="important">
        <p>
          <strong>{t("over")}</strong>
        </p>
        <p>{t("intro")}</p>
      </Notice>
      {erasing === null ? <p>{words.failures["not-admin"]}</p> : null}
      {erasing && erasing.lookId !== null ? (
        <p className="my-4">
          {t("waits")} <LocalLink href={`/moderation/second/${erasing.lookId}`}>{t("waitsLink")}</LocalLink>
        </p>
      ) : null}
      {erasing ? <WhatErasingDoes erasing={erasing} refused={words.failures[erasing.refusal ?? ""]} /> : null}
      {isDrawn ? (
        <Section id="ask" title={t("button")}>
          <SmallForm
            action={askErasingRecordAction}
            path={path}
            words={words}
            hidden={{ locale, ...asked, version: String(erasing.version) }}
            fields={[eraseBecause(t)]}
            button={t("button")}
            look="primary"
          />
        </Section>
      ) : null}
      <p className="mt-4">
        <LocalLink href={base}>{t("back")}</LocalLink>
      </p>
    </>
  );
}

/** What goes and what stays; or why it cannot be done, with what is to be done first. */
export async function WhatErasingDoes({
  erasing: { goes, obstacles },
  refused,
}: {
  erasing: ErasingRecord;
  refused: string | undefined;
}) {
  const t = await getTranslations("moderation.eraseRecord");
  if (goes === null)
    return (
      <>
        <p className="my-4 max-w-line">{refused}</p>
        {obstacles.length > 0 ? <Obstacles obstacles={obstacles} /> : null}
      </>
    );
  const { facts, versions } = goes;
  const counted = ["sources", "quotations", "together", "reports", "files", "sent", "audit"] as const;
  return (
    <>
      <Section id="goes" title={t("goesTitle")}>
        <ul className="list-disc pl-5">
          <li>{t("goes.words", { facts, versions })}</li>
          {counted.map((what) => (
            <li key={what}>{t(`goes.${what}`, { count: goes[what] })}</li>
          ))}
        </ul>
      </Section>
      <Section id="stays" title={t("staysTitle")}>
        <ul className="list-disc pl-5">
          {(["was", "gone", "others"] as const).map((what) => (
            <li key={what}>{t(`stays.${what}`)}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}

async function Obstacles({ obstacles }: { obstacles: readonly ErasingObstacle[] }) {
  const t = await getTranslations("moderation.eraseRecord");
  return (
    <Section id="first" title={t("obstaclesTitle")}>
      <ul>
        {obstacles.map(({ kind, id, name, why }) => (
          <li key={`${kind} ${id} ${why}`} className="border-rule border-b py-3">
            {t(`kinds.${kind}`)} <LocalLink href={pathOf(kind, id)}>{name || id.slice(0, 8)}</LocalLink>
            <p>{t(`obstacles.${why}`)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function pathOf(kind: ErasingObstacle["kind"], id: string): string {
  if (kind === "report") return `/moderation/${id}`;
  return kind === "complaint" || kind === "tip"
    ? `/moderation/${kind}s/${id}`
    : `/moderation/records/${kind}/${id}`;
}
