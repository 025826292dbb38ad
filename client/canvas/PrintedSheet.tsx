import { paperLook, type SheetLayout } from '@duken/shared/sheet';
import { type ReactNode, useEffect, useRef } from 'react';
import { NoteMotion } from './noteMotion.ts';
import { paintBoard } from './paintBoard.ts';
import { SheetIndex } from './sheetIndex.ts';

/** Sharp on an A3 sheet, and within what every browser can hold: in pixels a sheet unit, a side and in all. */
const finest = 3;
const longestSide = 8_000;
const mostPixels = 24_000_000;

/** The whole sheet in the light colours, painted when somebody prints the page. On the screen it is nothing. */
export function PrintedSheet({ layOut }: { readonly layOut: () => SheetLayout }): ReactNode {
  const sheet = useRef<HTMLCanvasElement>(null);
  const now = useRef(layOut);
  now.current = layOut;
  useEffect(() => {
    const paint = (): void => {
      const context = sheet.current?.getContext('2d');
      if (context) paintWhole(context, now.current());
    };
    const wipe = (): void => {
      if (sheet.current) sheet.current.width = 0;
    };
    window.addEventListener('beforeprint', paint);
    window.addEventListener('afterprint', wipe);
    return () => {
      window.removeEventListener('beforeprint', paint);
      window.removeEventListener('afterprint', wipe);
    };
  }, []);
  return <canvas ref={sheet} className="printedSheet" width={0} height={0} aria-hidden />;
}

function paintWhole(context: CanvasRenderingContext2D, layout: SheetLayout): void {
  const { width, height } = layout;
  const scale = Math.min(finest, longestSide / Math.max(width, height), Math.sqrt(mostPixels / (width * height)));
  const whole = { width: Math.ceil(width * scale), height: Math.ceil(height * scale) };
  Object.assign(context.canvas, whole);
  paintBoard(
    context,
    { layout, index: new SheetIndex(layout), look: paperLook, editing: undefined, lifted: new Set() },
    { x: 0, y: 0, scale },
    whole,
    new NoteMotion(),
    0,
  );
}
