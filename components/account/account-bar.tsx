import { useTranslations } from "next-intl";
import { SignOutButton } from "@/components/account/sign-out-button";
import { LocalLink } from "@/components/layout/local-link";
import { SkipLink } from "@/components/layout/skip-link";
import { type CampaignerActor, hasRole } from "@/domain/actor";

/**
 * The ways of somebody who is signed in, at the top of personal pages. The masthead cannot have them: it is the same
 * for everybody, on pages that are cached.
 */
export function AccountBar({ actor }: { actor: CampaignerActor }) {
  const t = useTranslations("account.bar");
  const ways = [
    { href: "/reports", text: t("reports") },
    { href: "/to-do", text: t("toDo") },
    { href: "/leads", text: t("leads") },
    ...(hasRole(actor, "moderator") ? [{ href: "/moderation", text: t("moderation") }] : []),
    ...(hasRole(actor, "moderator") ? [{ href: "/admin/imports", text: t("imports") }] : []),
    ...(hasRole(actor, "admin") ? [{ href: "/admin/campaigners", text: t("accounts") }] : []),
    ...(hasRole(actor, "admin") ? [{ href: "/admin/audit", text: t("audit") }] : []),
    ...(hasRole(actor, "admin") ? [{ href: "/admin/security", text: t("security") }] : []),
    { href: "/account", text: t("account") },
  ];
  return (
    <>
      <SkipLink text={t("skip")} to="after-account" />
      <div
        data-signed-in
        className="mb-6 flex flex-wrap items-center justify-between gap-x-4 border-rule border-b pb-2 print:hidden"
      >
        <nav aria-label={t("label")}>
          <ul className="-mx-2 flex flex-wrap">
            {ways.map(({ href, text }) => (
              <li key={href}>
                <LocalLink href={href} className="inline-flex min-h-11 items-center px-2">
                  {text}
                </LocalLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="-mr-3 -ml-5">
          <SignOutButton text={t("signOut")} look="quiet" />
        </div>
      </div>
      <div id="after-account" tabIndex={-1} />
    </>
  );
}
