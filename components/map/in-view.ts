/** How far below the screen a map starts to load, so that it is often there when the reader arrives. */
const MARGIN = "200px";

/**
 * Calls back once, when the element comes near the screen.
 * @returns a function that stops watching.
 */
export function whenInView(element: Element, callback: () => void): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      callback();
    },
    { rootMargin: MARGIN },
  );
  observer.observe(element);
  return () => observer.disconnect();
}
