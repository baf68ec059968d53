"use client";

import { useEffect } from "react";

/**
 * Until the map had a page of its own its links were "/#map=10/54.9/-2.9" and "/?service=…", and those of the map that a wide screen
 * has on the first page are "/?at=…&service=…". A phone has a picture there, so the link leads on to the same view.
 */
export function OldMapLink({ mapPath }: { mapPath: string }) {
  useEffect(() => {
    const { search, hash } = window.location;
    const query = new URLSearchParams(search);
    const isView = hash.startsWith("#map=") || query.has("service") || query.has("at");
    if (!isView || window.matchMedia("(width >= 48rem)").matches) return;
    // Few come by such a link: nobody else loads what reads it.
    void import("@/domain/map/map-address").then(({ readMapAddress, writeMapAddress }) => {
      const { at, service } = readMapAddress(search, hash);
      if (at || service) window.location.replace(mapPath + writeMapAddress({ at, service }));
    });
  }, [mapPath]);
  return null;
}
