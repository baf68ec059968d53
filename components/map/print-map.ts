import type { MapHandle } from "./map-handle";

/**
 * Puts a picture of the map beside it for as long as the page is printed: a canvas of WebGL is empty by then.
 * @returns what ends the watch.
 */
export function printAsPicture(map: MapHandle, container: HTMLElement): () => void {
  let picture: HTMLCanvasElement | null = null;
  const draw = () => {
    picture ??= document.createElement("canvas");
    picture.className = "map-print";
    const { width, height } = map.canvas;
    [picture.width, picture.height] = [width, height];
    map.redraw();
    picture.getContext("2d")?.drawImage(map.canvas, 0, 0);
    container.before(picture);
  };
  const clear = () => picture?.remove();
  window.addEventListener("beforeprint", draw);
  window.addEventListener("afterprint", clear);
  return () => {
    window.removeEventListener("beforeprint", draw);
    window.removeEventListener("afterprint", clear);
    clear();
  };
}
