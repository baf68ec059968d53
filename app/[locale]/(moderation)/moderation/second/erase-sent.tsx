import { getTranslations } from "next-intl/server";
import { accountFormWords } from "@/app/[locale]/(account)/account/form-words";
import { askErasingSentAction } from "@/app/[locale]/(moderation)/moderation/second/actions";
import { eraseBecause } from "@/app/[locale]/(moderation)/moderation/second/erase-because";
import { LocalLink } from "@/components/layout/local-link";
import { LostForms } from "@/components/reports/lost-forms";
import { SmallForm } from "@/components/reports/small-form";
import { Section } from "@/components/ui/section";
import type { CampaignerActor } from "@/domain/actor";
import type { SentKind } from "@/domain/senders/sender";
import { getDb } from "@/server/database";
import { type ErasingSent, loadErasingSent } from "@/server/senders/ask-erasing-sent";

type Props = { actor: CampaignerActor; kind: SentKind; id: string; locale: string; path: string };

/** For admins, beside a complaint or a tip: asks that what its sender sent us be erased. */
export async function EraseSent({ actor, kind, id, locale, path }: Props) {
  const erasing = await loadErasingSent(getDb(), actor, { kind, id });
  if (!erasing) return null;
  const t = await getTranslations("moderation.eraseSent");
  const words = await accountFormWords();
  const isDrawn = erasing.refusal === null && erasing.lookId === null;
  return (
    <>
      <LostForms
        path={path}
        words={words}
        forms={[{ name: "erase", action: askErasingSentAction, isDrawn }]}
      />
      {erasing.refusal === "sent-erased" ? null : (
        <Section id="erase" title={t("title")} {...(isDrawn ? { note: t(`note.${kind}`) } : {})}>
          {isDrawn ? (
            <SmallForm
              action={askErasingSentAction}
              path={path}
              words={words}
              hidden={{ locale, kind, sentId: id }}
              fields={[eraseBecause(t)]}
              button={t("button")}
            />
          ) : (
            <Instead erasing={erasing} refused={words.failures[erasing.refusal ?? ""]} />
          )}
        </Section>
      )}
    </>
  );
}

/** Why it is not asked for here, and where instead. */
async function Instead({ erasing, refused }: { erasing: ErasingSent; refused: string | undefined }) {
  const t = await getTranslations("moderation.eraseSent");
  if (erasing.lookId !== null)
    return (
      <p>
        {t("waits")} <LocalLink href={`/moderation/second/${erasing.lookId}`}>{t("waitsLink")}</LocalLink>
      </p>
    );
  if (erasing.accountId === null || erasing.refusal !== "has-account") return <p>{refused}</p>;
  return (
    <p>
      {refused} <LocalLink href={`/admin/campaigners/${erasing.accountId}`}>{t("accountLink")}</LocalLink>
    </p>
  );
}
