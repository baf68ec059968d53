"use client";

import { useSearchParams } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { readMapAddress, writeMapAddress } from "@/domain/map/map-address";

/**
 * Links to the map under another count, and the form that chooses one, keep what the address asks for now. As they were sent they
 * have what it asked for then; a choice made since is known only here.
 */
export function KeepsQuery({ children }: { children: ReactNode }) {
  const host = useRef<HTMLDivElement>(null);
  const search = useSearchParams().toString();
  useEffect(() => {
    const query = writeMapAddress({ ...readMapAddress(`?${search}`), page: 1 });
    for (const link of host.current?.querySelectorAll("a") ?? [])
      if (link.pathname.endsWith("/map")) link.search = query;
    for (const from of host.current?.querySelectorAll<HTMLInputElement>("input[name=from]") ?? [])
      from.value = `/map${query}`;
  }, [search]);
  return <div ref={host}>{children}</div>;
}
