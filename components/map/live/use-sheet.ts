import { type PointerEvent, type RefObject, useRef, useState } from "react";
import { type Covered, type Stop, stopAt, stopHeights } from "./card-room";

/** Pixels that a finger may tremble before it drags. */
const TREMBLE = 6;

/** The stops of a card that is a sheet (live-map.css decides when), and its head, which drags it. */
export function useSheet(card: RefObject<HTMLElement | null>, onClose: () => void) {
  const [stop, setStop] = useState<Stop>("half");
  const drag = useRef<{ from: number; height: number; moves: boolean } | null>(null);

  const heights = () => {
    const frame = card.current?.parentElement?.clientHeight ?? 0;
    return stopHeights(frame, Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  };
  const isSheet = () =>
    (card.current?.offsetWidth ?? 0) >= (card.current?.parentElement?.clientWidth ?? Infinity) - 1;
  /** Where the sheet is going, not where it is on its way. */
  const covered = (): Covered =>
    isSheet()
      ? { left: 0, bottom: heights()[stop] }
      : { left: (card.current?.offsetLeft ?? 0) + (card.current?.offsetWidth ?? 0), bottom: 0 };

  const head = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const isButton = event.target instanceof Element && event.target.closest("button") !== null;
      if (isButton || !isSheet() || !card.current) return;
      drag.current = { from: event.clientY, height: card.current.offsetHeight, moves: false };
      // Wherever the finger goes meanwhile: the head moves away from under it.
      const follow = ({ clientY }: globalThis.PointerEvent) => moveTo(clientY);
      const end = () => {
        window.removeEventListener("pointermove", follow);
        window.removeEventListener("pointerup", end);
        window.removeEventListener("pointercancel", end);
        letGo();
      };
      window.addEventListener("pointermove", follow);
      window.addEventListener("pointerup", end);
      window.addEventListener("pointercancel", end);
    },
  };
  function moveTo(clientY: number): void {
    const now = drag.current;
    if (!now || !card.current) return;
    const by = now.from - clientY;
    now.moves ||= Math.abs(by) > TREMBLE;
    if (!now.moves) return;
    card.current.dataset.dragged = "";
    card.current.style.height = `${Math.min(Math.max(now.height + by, 0), heights().full)}px`;
  }
  function letGo(): void {
    const now = drag.current;
    drag.current = null;
    if (!now || !card.current) return;
    const height = card.current.offsetHeight;
    card.current.style.height = "";
    delete card.current.dataset.dragged;
    if (!now.moves) return;
    const next = stopAt(height, heights());
    if (next === null) onClose();
    else setStop(next);
  }
  return { stop, setStop, head, covered };
}
