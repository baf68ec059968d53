import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { accountFormWords } from "@/app/[locale]/(account)/account/form-words";
import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import { WhatReadersSee } from "@/app/[locale]/(moderation)/moderation/records/[type]/[ref]/brake-preview";
import { WhatErasingDoes } from "@/app/[locale]/(moderation)/moderation/records/[type]/[ref]/erase-record";
import {
  agreeSecondAction,
  declineSecondAction,
} from "@/app/[locale]/(moderation)/moderation/second/actions";
import { requireRole } from "@/app/[locale]/(moderation)/require-role";
import { pageLocale } from "@/app/i18n/page-locale";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { LostForms } from "@/components/reports/lost-forms";
import { SmallForm } from "@/components/reports/small-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { DoneNotice } from "@/components/ui/done-notice";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { CampaignerActor } from "@/domain/actor";
import { momentWords } from "@/domain/dates/moment-in-words";
import { NotAllowedError, NotFoundError } from "@/domain/errors";
import { localPath } from "@/domain/language/locale";
import { SENT_KINDS } from "@/domain/senders/sender";
import { type BrakePreview, loadBrakePreview } from "@/server/complaints/load-brake-preview";
import { type Db, getDb } from "@/server/database";
import { loadSecondLook, type SecondLookRead } from "@/server/queue/load-second-looks";
import { loadErasingRecord } from "@/server/records/ask-erasing-record";

type Props = { params: Promise<{ locale: string; id: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "moderation.secondLook" });
  return { title: t("over"), robots: { index: false } };
}

/** What one person did or asked for, what it would do, and the answer of a second. */
export default async function SecondLookPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const path = localPath(locale, `/moderation/second/${id}`);
  const actor = await requireRole("moderator", path);
  const look = await loadSecondLook(getDb(), actor, id).catch((error: unknown) => {
    if (error instanceof NotFoundError) notFound();
    throw error;
  });
  const t = await getTranslations("moderation.secondLook");
  const queue = await getTranslations("moderation.queue");
  const roles = await getTranslations("account.accounts.roles");
  const common = await getTranslations("common");
  const format = momentWords(common("dateLanguage"));
  const isDone = (await queryValue(searchParams, "done")) === "yes";
  const { act, name, decided, subject } = look;
  const isOpen = decided === null;
  const isAccount = subject.type === "campaigner";
  const sentKind = SENT_KINDS.find((kind) => kind === subject.type);
  const isEntry = !isAccount && sentKind === undefined;
  const preview = isOpen && isEntry && act !== "erase" ? await previewOf(actor, look) : null;
  // Of the words of a source nothing is counted: what goes is said above.
  const isErasing = isOpen && isEntry && act === "erase" && subject.type !== "source";
  const erasing = isErasing ? await loadErasing(getDb(), actor, subject) : null;
  const ended = decided
    ? t(`ended.${decided.verdict}`, {
        who: decided.who ?? t("commandLine"),
        date: format.moment(decided.at),
        because: decided.because || t("gone"),
      })
    : null;
  const mayAnswer = isOpen && look.refusal === null;
  // Where showing it again cannot be done, or not by this person, only the other answer is left.
  const mayAgree =
    mayAnswer && (act !== "restore" || preview !== null) && (erasing === null || erasing.refusal === null);
  const mayDecline = mayAnswer && (act !== "withhold" || preview !== null);
  const form = { path, words: await accountFormWords() };
  const hidden = { locale, lookId: id };
  // Beside the answer that shows the entry again, or erases it: it is refused where the entry has changed since.
  const shown = preview ?? erasing;
  const seen = shown ? { ...hidden, version: String(shown.version) } : hidden;
  const because = (field: string) =>
    [{ id: field, name: "because", kind: "text", label: t("because"), hint: t("becauseHint") }] as const;
  return (
    <>
      <LostForms
        path={path}
        words={form.words}
        forms={[
          { name: "agree", action: agreeSecondAction, isDrawn: mayAgree },
          { name: "decline", action: declineSecondAction, isDrawn: mayDecline || look.mayTakeBack },
        ]}
      />
      <Breadcrumbs
        label={common("breadcrumbs")}
        trail={[{ href: localPath(locale, "/moderation?lane=second"), text: queue("title") }]}
      />
      <PageTitle over={t("over")}>{t(`line.${look.about}`, { name })}</PageTitle>
      {ended === null ? (
        <p className="my-4 max-w-line">{t(`what.${look.about}`)}</p>
      ) : isDone ? (
        <DoneNotice>
          <p className="whitespace-pre-line">{ended}</p>
        </DoneNotice>
      ) : (
        <Notice>
          <p className="whitespace-pre-line">{ended}</p>
        </Notice>
      )}
      <Facts
        facts={[
          { name: t("asker"), value: look.asker ?? t("commandLine") },
          { name: t("askedOn"), value: format.moment(look.askedAt) },
          {
            name: t("reason"),
            value: <span className="whitespace-pre-line">{look.reason || t("gone")}</span>,
          },
          ...(look.roles
            ? [
                {
                  name: t("roles"),
                  value: t("rolesLine", { from: roles(look.roles.from), to: roles(look.roles.to) }),
                },
              ]
            : []),
          ...(look.sent === null ? [] : [{ name: t("sent"), value: look.sent }]),
        ]}
      />
      {isAccount && actor.role !== "admin" ? null : (
        <p className="mt-4">
          <LocalLink
            href={
              isAccount
                ? `/admin/campaigners/${subject.id}`
                : sentKind
                  ? `/moderation/${sentKind}s/${subject.id}`
                  : `/moderation/records/${subject.type}/${subject.id}`
            }
          >
            {t(isAccount ? "account" : (sentKind ?? "entry"))}
          </LocalLink>
        </p>
      )}
      {isOpen && look.refusal !== null ? (
        <Notice>
          <p>{form.words.failures[look.refusal]}</p>
          <p>{look.isStuck ? t("stuck") : t(`who.${act}`)}</p>
        </Notice>
      ) : null}
      {preview ? (
        <>
          <p className="mt-6">{t("ifShown")}</p>
          <WhatReadersSee preview={preview} locale={locale} />
        </>
      ) : null}
      {erasing ? (
        <WhatErasingDoes erasing={erasing} refused={form.words.failures[erasing.refusal ?? ""]} />
      ) : null}
      {mayAgree ? (
        <Section id="agree" title={t(`agreeTitle.${act}`)}>
          <SmallForm
            {...form}
            action={agreeSecondAction}
            hidden={act === "restore" || erasing ? seen : hidden}
            fields={because("agree-because")}
            button={t(`agree.${act}`)}
            look="primary"
          />
        </Section>
      ) : null}
      {mayDecline ? (
        <Section id="decline" title={t(`declineTitle.${act}`)} note={t(`declineNote.${act}`)}>
          <SmallForm
            {...form}
            action={declineSecondAction}
            hidden={act === "withhold" ? seen : hidden}
            fields={because("decline-because")}
            button={t(`decline.${act}`)}
          />
        </Section>
      ) : null}
      {look.mayTakeBack ? (
        <Section id="take-back" title={t("takeBackTitle")}>
          <SmallForm
            {...form}
            action={declineSecondAction}
            hidden={hidden}
            fields={because("take-back-because")}
            button={t("takeBack")}
          />
        </Section>
      ) : null}
    </>
  );
}

/** What erasing the entry would do, as it stands now. */
function loadErasing(db: Db, actor: CampaignerActor, { type, id }: SecondLookRead["subject"]) {
  return loadErasingRecord(db, actor, "agree", { type, ref: id });
}

/** What showing it again would do; null where it cannot be done now, or not by this person. */
async function previewOf(actor: CampaignerActor, { subject }: SecondLookRead): Promise<BrakePreview | null> {
  const asked = { type: subject.type, ref: subject.id };
  const preview = await loadBrakePreview(getDb(), actor, "restore", asked).catch((error: unknown) => {
    if (error instanceof NotAllowedError || error instanceof NotFoundError) return null;
    throw error;
  });
  return preview === null || "refused" in preview ? null : preview;
}
