/**
 * Brings the "Show on map" buttons of a list to life: they are in the markup, hidden, because without JavaScript
 * they could do nothing. One listener serves the whole list, however long it is.
 * @returns a function that hides them again (the map has failed, or the page leaves).
 */
export function connectListButtons(list: HTMLElement, onShow: (slug: string) => void): () => void {
  const buttons = () => list.querySelectorAll<HTMLElement>("[data-map-service]");
  for (const button of buttons()) button.hidden = false;
  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element)) return;
    const slug = event.target.closest<HTMLElement>("[data-map-service]")?.dataset.mapService;
    if (slug) onShow(slug);
  };
  list.addEventListener("click", onClick);
  return () => {
    list.removeEventListener("click", onClick);
    for (const button of buttons()) button.hidden = true;
  };
}
