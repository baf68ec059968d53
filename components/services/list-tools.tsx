"use client";

import { type ReactNode, useRef, useState } from "react";
import { OnlyWithScripts } from "@/components/forms/only-with-scripts";
import { LIST_ORDERS, type ListOrder, pickRows } from "@/domain/pages/pick-rows";
import { drawRows, fetchRows, type ReadRow } from "./list-rows";

export type ListWords = Record<
  "label" | "filter" | "kind" | "everyKind" | "sort" | "count" | "failed",
  string
> & {
  /** Those that a list can have: one of a single provider has none by provider. */
  orders: Partial<Record<ListOrder, string>>;
};

type Props = {
  /** The page that has every row. */
  allPath: string;
  kinds: readonly { value: string; text: string }[];
  words: ListWords;
  children: ReactNode;
};

const USUAL = { text: "", kind: "", order: LIST_ORDERS[0] } as const;
const field = "min-h-11 w-full border-2 border-field bg-sheet px-2 text-base";

/**
 * Sorts and filters a long list where it stands. The server draws every row, on a page of its own; this asks for that page when
 * it is first used and shows its rows in place of the page's, so that a row has one look and the page none that nobody asked for.
 * Without scripts there are the pages, and the list of the map, which the server filters.
 */
export function ListTools({ allPath, kinds, words, children }: Props) {
  const [asked, setAsked] = useState<{ text: string; kind: string; order: ListOrder }>(USUAL);
  const [said, setSaid] = useState("");
  const [isPicked, setIsPicked] = useState(false);
  const result = useRef<HTMLDivElement>(null);
  const rows = useRef<Promise<ReadRow[]> | null>(null);
  /** What was asked for last: rows that come after a newer question are not shown. */
  const asking = useRef(0);

  async function ask(next: typeof asked) {
    setAsked(next);
    const mine = ++asking.current;
    if (next.text.trim() === "" && next.kind === "" && next.order === USUAL.order) {
      result.current?.replaceChildren();
      setIsPicked(false);
      setSaid("");
      return;
    }
    try {
      rows.current ??= fetchRows(allPath);
      const all = await rows.current;
      if (mine !== asking.current || !result.current) return;
      const picked = pickRows(all, next);
      drawRows(result.current, picked, next.order === USUAL.order);
      setIsPicked(true);
      setSaid(words.count.replace("{shown}", String(picked.length)).replace("{all}", String(all.length)));
    } catch {
      rows.current = null;
      if (mine === asking.current) setSaid(words.failed);
    }
  }

  return (
    <>
      <OnlyWithScripts>
        <form
          aria-label={words.label}
          className="mb-3 grid grid-cols-2 gap-3 sm:grid-cols-3 print:hidden"
          onSubmit={(event) => event.preventDefault()}
        >
          <label className="col-span-2 block text-base sm:col-span-1">
            {words.filter}
            <input
              type="search"
              className={field}
              value={asked.text}
              onChange={({ target }) => void ask({ ...asked, text: target.value })}
            />
          </label>
          <label className="block text-base">
            {words.kind}
            <select
              className={field}
              value={asked.kind}
              onChange={({ target }) => void ask({ ...asked, kind: target.value })}
            >
              <option value="">{words.everyKind}</option>
              {kinds.map(({ value, text }) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
          </label>
          <label className="block text-base">
            {words.sort}
            <select
              className={field}
              value={asked.order}
              onChange={({ target }) => {
                const order = LIST_ORDERS.find((one) => one === target.value) ?? USUAL.order;
                void ask({ ...asked, order });
              }}
            >
              {LIST_ORDERS.filter((order) => words.orders[order]).map((order) => (
                <option key={order} value={order}>
                  {words.orders[order]}
                </option>
              ))}
            </select>
          </label>
        </form>
        <p role="status" className="text-base">
          {said}
        </p>
      </OnlyWithScripts>
      <div ref={result} hidden={!isPicked} />
      <div hidden={isPicked}>{children}</div>
    </>
  );
}
