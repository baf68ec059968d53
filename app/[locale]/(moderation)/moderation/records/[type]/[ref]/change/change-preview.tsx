import { getTranslations } from "next-intl/server";
import { smallFormWords } from "@/app/[locale]/(account)/reports/small-form-words";
import { changeEntryAction } from "@/app/[locale]/(moderation)/moderation/records/[type]/[ref]/change/actions";
import { FactChanges } from "@/components/claims/fact-changes";
import { LocalLink } from "@/components/layout/local-link";
import { ProposedSources } from "@/components/reports/proposal-facts";
import { SmallForm } from "@/components/reports/small-form";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { CampaignerActor } from "@/domain/actor";
import { ConflictError, InvalidInputError, NotFoundError } from "@/domain/errors";
import { type Locale, localPath } from "@/domain/language/locale";
import { entryOf } from "@/domain/reports/change-form";
import { getDb } from "@/server/database";
import { type EntryChangePreview, loadEntryChange } from "@/server/reports/pages/load-entry-change";

type Props = { actor: CampaignerActor; draft: string; locale: Locale; base: string };

/** What a change would do, before it happens; then the button that makes it. */
export async function SeenChange({ actor, draft, locale, base }: Props) {
  const t = await getTranslations("moderation.change");
  const again = <LocalLink href={`${base}/change?draft=${draft}&edit=yes`}>{t("again")}</LocalLink>;
  const read = await loadEntryChange(getDb(), actor, draft).catch((error: unknown) => {
    if (error instanceof NotFoundError) return "gone" as const;
    if (error instanceof InvalidInputError || error instanceof ConflictError) return "refused" as const;
    throw error;
  });
  if (read === "gone")
    return (
      <Notice>
        <p>
          {t("gone")} <LocalLink href={base}>{t("back")}</LocalLink>
        </p>
      </Notice>
    );
  if (read === "refused")
    return (
      <Notice tone="important">
        <p>{t("refused")}</p>
        <p>{again}</p>
      </Notice>
    );
  const { change, rules, version, reason } = read;
  const about = entryOf(change);
  return (
    <>
      <WhatChanges read={read} />
      {"sources" in change ? (
        <Section id="sources" title={t("sourcesTitle")}>
          <ProposedSources proposal={change} />
        </Section>
      ) : null}
      <Section id="do" title={t("reasonTitle")}>
        <p className="mb-6 max-w-line whitespace-pre-line">{reason}</p>
        <SmallForm
          action={changeEntryAction}
          path={localPath(locale, `${base}/change?draft=${draft}`)}
          words={await smallFormWords()}
          hidden={{
            locale,
            aboutType: about.type,
            aboutId: about.id,
            draftId: draft,
            version,
          }}
          button={t(rules.length > 0 ? "sendToSecond" : "change")}
          look="primary"
        />
        <p className="mt-4">{again}</p>
      </Section>
    </>
  );
}

async function WhatChanges({ read }: { read: EntryChangePreview }) {
  const t = await getTranslations("moderation.change");
  const second = await getTranslations("moderation.second");
  const states = await getTranslations("moderation.brake.states");
  const types = await getTranslations("moderation.brake.types");
  const { rules, records, names, shown, leadsTo } = read;
  return (
    <>
      {rules.length > 0 ? (
        <Notice tone="important">
          {rules.map((rule) => (
            <p key={rule}>{second(rule)}</p>
          ))}
          <p>{t("secondNote")}</p>
        </Notice>
      ) : null}
      {leadsTo === null ? null : <p className="max-w-line">{t("leadsTo", { name: leadsTo })}</p>}
      {shown.before === shown.after ? null : (
        <p className="max-w-line">
          {t("shown", { before: states(shown.before), after: states(shown.after) })}
        </p>
      )}
      {records.map(({ type, id, name, isNew, rows }) => (
        <Section
          key={id}
          id={`record-${id}`}
          title={t(isNew ? "newRecord" : "record", { type: types(type), name })}
        >
          <FactChanges rows={rows} names={names} />
        </Section>
      ))}
    </>
  );
}
