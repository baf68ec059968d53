import { getTranslations } from "next-intl/server";
import { accountFormWords } from "@/app/[locale]/(account)/account/form-words";
import {
  end,
  eraseForAction,
  giveRole,
  limitAreasAction,
  restoreAccountAction,
  suspend,
} from "@/app/[locale]/(admin)/admin/campaigners/actions";
import { SmallForm } from "@/components/reports/small-form";
import { Section } from "@/components/ui/section";
import type { AccountRead } from "@/server/campaigners/load-accounts";

type Props = { account: AccountRead; locale: string; path: string };

/** What an admin can do with an account; the policy that lets the use case go on decides what is drawn. */
export async function AccountForms({ account, locale, path }: Props) {
  const t = await getTranslations("account.accounts");
  const { refusals, roles } = account;
  const form = { path, words: await accountFormWords(), hidden: { locale, id: account.id } };
  const cannotSuspend = refusals.suspend;
  return (
    <>
      <Section id="role" title={t("roleTitle")}>
        {roles.length > 0 ? (
          <SmallForm
            {...form}
            action={giveRole}
            fields={[
              {
                id: "new-role",
                name: "role",
                kind: "select",
                label: t("role"),
                options: roles.map((role) => ({ value: role, label: t(`roles.${role}`) })),
              },
              {
                id: "role-because",
                name: "because",
                kind: "text",
                label: t("secondReason"),
                hint: t("secondReasonHint"),
              },
            ]}
            button={t("roleButton")}
          />
        ) : (
          <p>{t(account.roleRefusal === "suspended" ? "cannot.suspended" : "cannot.last-admin")}</p>
        )}
      </Section>
      {account.role === "moderator" ? (
        <Section id="areas" title={t("areasTitle")} note={t("areasNote")}>
          <SmallForm
            {...form}
            action={limitAreasAction}
            fields={[
              {
                id: "areas-lines",
                name: "areas",
                kind: "text",
                label: t("areas"),
                hint: t("areasHint"),
                value: account.areas.map(({ kind, slug }) => `/areas/${kind}/${slug}`).join("\n"),
              },
            ]}
            button={t("areasButton")}
          />
        </Section>
      ) : null}
      {cannotSuspend === "already-suspended" ? (
        <Section id="restore" title={t("restoreTitle")} note={t("restoreNote")}>
          <SmallForm {...form} action={restoreAccountAction} button={t("restoreButton")} />
        </Section>
      ) : (
        <Section id="suspend" title={t("suspendTitle")} note={t("suspendNote")}>
          {cannotSuspend === undefined ? (
            <SmallForm
              {...form}
              action={suspend}
              fields={[{ id: "because", name: "because", kind: "text", label: t("because") }]}
              button={t("suspendButton")}
            />
          ) : (
            <p>{t(cannotSuspend === "own-account" ? "cannot.own-account" : "cannot.last-admin")}</p>
          )}
        </Section>
      )}
      {account.sessions > 0 ? (
        <Section id="sessions" title={t("endTitle")} note={t("endNote")}>
          <SmallForm {...form} action={end} button={t("endButton")} />
        </Section>
      ) : null}
      {refusals["ask-erasure"] === undefined ? (
        <Section id="erase" title={t("eraseTitle")} note={t("eraseNote")}>
          <SmallForm
            {...form}
            action={eraseForAction}
            fields={[{ id: "erase-because", name: "because", kind: "text", label: t("eraseBecause") }]}
            button={t("eraseButton")}
          />
        </Section>
      ) : null}
    </>
  );
}
