"use client";

import { usePathname } from "next/navigation";
import { Suspense, useEffect, useState } from "react";
import { findOwnSession, type OwnSession } from "@/components/account/find-own-session";
import { useKeptQuery } from "@/components/layout/use-kept-query";
import { type Locale, localPath, withoutLocale } from "@/domain/language/locale";

type Props = {
  locale: Locale;
  words: { signIn: string; signedIn: string; reports: string; moderation: string; entry: string };
};

/**
 * The way in, which leads back to this page, or the ways of somebody who is signed in. Public pages are cached and the
 * same for everybody, so a browser that has signed in asks who it is. Personal pages say it themselves.
 */
export function AccountLinks(props: Props) {
  return (
    <Suspense fallback={<Links {...props} kept="" />}>
      <WithQuery {...props} />
    </Suspense>
  );
}

function WithQuery(props: Props) {
  return <Links {...props} kept={useKeptQuery()} />;
}

function Links({ locale, words, kept }: Props & { kept: string }) {
  // On the server an English page is drawn under "/en".
  const path = localPath(locale, withoutLocale(usePathname()));
  const [own, setOwn] = useState<OwnSession | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked on every page, as one may have signed in on the way to it
  useEffect(() => {
    let isHere = true;
    findOwnSession().then((found) => isHere && setOwn(found));
    return () => {
      isHere = false;
    };
  }, [path]);
  const isSignIn = withoutLocale(path).startsWith("/sign-in");
  const query =
    isSignIn || withoutLocale(path) === "/" ? "" : `?${new URLSearchParams({ callbackUrl: path + kept })}`;
  const isModerator = own?.role === "moderator" || own?.role === "admin";
  // Only a page of an entry, and none below it.
  const [, folder, slug = ""] = /^\/(services|places|providers)\/([^/]+)$/.exec(withoutLocale(path)) ?? [];
  return (
    <div className="flex flex-wrap group-has-data-signed-in/page:hidden">
      {own === null ? (
        <a href={localPath(locale, `/sign-in${query}`)}>{words.signIn}</a>
      ) : (
        <>
          <a href={localPath(locale, "/sign-in")} className="max-w-72 truncate">
            {words.signedIn.replace("{email}", () => own.email)}
          </a>
          <a href={localPath(locale, "/reports")}>{words.reports}</a>
          {isModerator ? <a href={localPath(locale, "/moderation")}>{words.moderation}</a> : null}
          {isModerator && folder ? (
            <a href={localPath(locale, `/moderation/records/${folder.slice(0, -1)}/${slug}`)}>
              {words.entry}
            </a>
          ) : null}
        </>
      )}
    </div>
  );
}
