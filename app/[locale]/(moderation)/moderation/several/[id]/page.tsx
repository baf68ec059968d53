import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { smallFormWords } from "@/app/[locale]/(account)/reports/small-form-words";
import {
  decideBulkAction,
  goOnBulkAction,
  takeBackBulkAction,
} from "@/app/[locale]/(moderation)/moderation/several/actions";
import { requireRole } from "@/app/[locale]/(moderation)/require-role";
import { pageLocale } from "@/app/i18n/page-locale";
import { RefreshWhile } from "@/components/imports/refresh-while";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { BulkItems } from "@/components/moderation/bulk-items";
import { LostForms } from "@/components/reports/lost-forms";
import { SmallForm } from "@/components/reports/small-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { NotFoundError } from "@/domain/errors";
import { localPath } from "@/domain/language/locale";
import { BULK_STEPS, isBulkStep } from "@/domain/reports/bulk";
import { getDb } from "@/server/database";
import { type BulkRead, loadBulk } from "@/server/queue/load-bulk";

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "moderation.bulk" });
  return { title: t("title"), robots: { index: false } };
}

/** What would happen to each of several reports, how far deciding them has come, what came of it, and the one way back. */
export default async function BulkPage({ params }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const path = localPath(locale, `/moderation/several/${id}`);
  const actor = await requireRole("moderator", path);
  const run = await loadBulk(getDb(), actor, id).catch((error: unknown) => {
    if (error instanceof NotFoundError) notFound();
    throw error;
  });
  const t = await getTranslations("moderation.bulk");
  const words = await smallFormWords();
  const form = { path, words, hidden: { locale, runId: id } };
  const { counts, phase } = run;
  const all = run.items.length;
  const mayDecide = phase === "previewed" && run.isTheirs && counts.ready > 0;
  const mayTakeBack = phase === "decided" && counts.done > 0;
  const forms = [
    { name: "decide", action: decideBulkAction, isDrawn: mayDecide },
    { name: "go-on", action: goOnBulkAction, isDrawn: run.isGoingOn && run.isTheirs },
    { name: "take-back", action: takeBackBulkAction, isDrawn: mayTakeBack },
  ];
  return (
    <>
      <LostForms path={path} words={words} forms={forms} />
      <Breadcrumbs
        label={(await getTranslations("common"))("breadcrumbs")}
        trail={[
          {
            href: localPath(locale, "/moderation"),
            text: (await getTranslations("moderation.queue"))("title"),
          },
          { href: localPath(locale, `/moderation/several${run.view}`), text: t("title") },
        ]}
      />
      <PageTitle over={t("title")}>{t(`verdict.${run.verdict}`, { count: all })}</PageTitle>
      <Standing run={run} path={path} />
      {run.isGoingOn && run.isTheirs ? (
        <SmallForm {...form} action={goOnBulkAction} button={t("goOn")} note={t("goOnNote")} />
      ) : null}
      {mayDecide ? (
        <SmallForm
          {...form}
          action={decideBulkAction}
          button={t(`decide.${run.verdict}`, { count: counts.ready })}
          note={t("decideNote")}
          look="primary"
        />
      ) : null}
      <Section id="items" title={t("itemsTitle")}>
        <BulkItems items={run.items} verdict={run.verdict} />
      </Section>
      {mayTakeBack ? (
        <Section id="take-back" title={t("takeBackTitle")} note={t("takeBackNote")}>
          <SmallForm
            {...form}
            action={takeBackBulkAction}
            fields={[
              {
                id: "take-back-reason",
                name: "reason",
                kind: "text",
                label: t("takeBackReason"),
                hint: t("reasonHint"),
              },
            ]}
            button={t("takeBack", { count: counts.done })}
          />
        </Section>
      ) : null}
      <p className="my-6">
        <LocalLink href={`/moderation${run.view}`}>{t("toQueue")}</LocalLink>
      </p>
    </>
  );
}

/** Where it stands, in one sentence, and what was said to every author. */
async function Standing({ run, path }: { run: BulkRead; path: string }) {
  const t = await getTranslations("moderation.bulk");
  const { counts, phase } = run;
  const all = run.items.length;
  // What was never begun counts for neither.
  const step = isBulkStep(phase) ? BULK_STEPS[phase] : null;
  const of = all - counts.cannot - (phase === "taking-back" ? counts.failed : 0);
  const told = { ...counts, takenBack: counts["taken-back"], all };
  return (
    <>
      <Notice tone={run.isGoingOn ? "important" : "good"} role="status">
        <p>{step ? t("progress", { done: of - counts[step.from], all: of }) : t(`phase.${phase}`, told)}</p>
        {run.isGoingOn ? (
          <p>
            <LocalLink href={path}>{t("reload")}</LocalLink>
            <RefreshWhile />
          </p>
        ) : null}
      </Notice>
      <p className="max-w-line whitespace-pre-line">{t("told", { who: run.by, reason: run.reason })}</p>
      {run.takenBackBy && run.takenBackBecause ? (
        <p className="max-w-line whitespace-pre-line">
          {t("toldBack", { who: run.takenBackBy, reason: run.takenBackBecause })}
        </p>
      ) : null}
    </>
  );
}
