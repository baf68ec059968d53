import type { MapHandle } from "./map-handle";
import type { Palette } from "./palette";

/** Drawn at twice the size, so that marks are sharp on dense screens. */
const PIXEL_RATIO = 2;

type Draw = (context: CanvasRenderingContext2D, palette: Palette) => void;

/**
 * The marks, drawn rather than loaded: no sprite to fetch. Shape tells them apart without colour: a full disc is
 * open, a hollow one planned, a hollow one with a bar has ended or is no longer listed, a dashed ring means the position is approximate.
 */
const marks: Record<string, { size: number; draw: Draw }> = {
  "pin-operating": {
    size: 22,
    draw: (context, palette) => {
      disc(context, 9, palette.paper);
      disc(context, 7, palette.pin);
    },
  },
  "pin-planned": {
    size: 22,
    draw: (context, palette) => {
      disc(context, 9, palette.paper);
      ring(context, 6.25, palette.pin, 2.5);
    },
  },
  "pin-ended": { size: 22, draw: barred },
  // Not counted either: what they say beside that stands on their cards.
  "pin-no-longer-listed": { size: 22, draw: barred },
  "pin-little-activity": { size: 22, draw: barred },
  "ring-approximate": {
    size: 36,
    draw: (context, palette) => ring(context, 14, palette.pin, 1.75, [4, 3.3]),
  },
  "ring-chosen": {
    size: 44,
    draw: (context, palette) => {
      ring(context, 17, palette.paper, 6);
      ring(context, 17, palette.ink, 3);
    },
  },
};

export const markIds = Object.keys(marks);

/** Gives the map every mark the layers name. */
export function addPinImages(map: MapHandle, palette: Palette): void {
  for (const [id, { size, draw }] of Object.entries(marks)) {
    map.addImage(id, drawMark(size, draw, palette), PIXEL_RATIO);
  }
}

function drawMark(size: number, draw: Draw, palette: Palette): ImageData {
  const canvas = document.createElement("canvas");
  canvas.width = size * PIXEL_RATIO;
  canvas.height = size * PIXEL_RATIO;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser cannot draw on a canvas.");
  context.scale(PIXEL_RATIO, PIXEL_RATIO);
  context.translate(size / 2, size / 2);
  draw(context, palette);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

function barred(context: CanvasRenderingContext2D, palette: Palette): void {
  disc(context, 9, palette.paper);
  ring(context, 6.5, palette.ended, 2);
  context.moveTo(-6.5, 0);
  context.lineTo(6.5, 0);
  context.stroke();
}

function disc(context: CanvasRenderingContext2D, radius: number, colour: string): void {
  context.beginPath();
  context.arc(0, 0, radius, 0, Math.PI * 2);
  context.fillStyle = colour;
  context.fill();
}

function ring(
  context: CanvasRenderingContext2D,
  radius: number,
  colour: string,
  width: number,
  dash: number[] = [],
): void {
  context.beginPath();
  context.setLineDash(dash);
  context.arc(0, 0, radius, 0, Math.PI * 2);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}
