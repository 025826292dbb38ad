import type { Layer as LayerNode } from 'konva/lib/Layer';
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { Layer, Shape } from 'react-konva/lib/ReactKonvaCore';
import type { Scene } from './scene.ts';

/** Asks for a new painting on the next frame. */
export interface Painter {
  /** The sheet or its notes look different. */
  readonly repaint: () => void;
  /** Only what lies above the sheet does: pointers, carets, wet ink. */
  readonly repaintFloating: () => void;
  /** The view moves: repaints, coarser on a dense screen until it rests. */
  readonly follow: () => void;
}

/** How long after the last movement a dense screen is painted finely again, in ms. */
const restMs = 140;

/** The two layers, and the one clock that draws them. */
export function ScenePainter({ ref, scene }: { readonly ref: Ref<Painter>; readonly scene: Scene }): ReactNode {
  const sheet = useRef<LayerNode>(null);
  const floating = useRef<LayerNode>(null);
  const frame = useRef<number>(undefined);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const due = useRef<ReturnType<typeof setTimeout>>(undefined);

  useImperativeHandle(ref, () => {
    let isSheetDirty = true;
    let hadFloating = false;
    let density = window.devicePixelRatio;
    const draw = (now: number): void => {
      frame.current = undefined;
      if (window.devicePixelRatio !== density) sharpen();
      const { sheetChanged, dueInMs } = scene.step(now);
      if (isSheetDirty || sheetChanged) sheet.current?.drawScene();
      isSheetDirty = false;
      const hasFloating = scene.hasFloating();
      if (hasFloating || hadFloating) floating.current?.drawScene();
      hadFloating = hasFloating;
      clearTimeout(due.current);
      if (dueInMs === 0) repaintFloating();
      else if (dueInMs !== undefined) due.current = setTimeout(repaintFloating, dueInMs);
    };
    const repaintFloating = (): void => {
      frame.current ??= requestAnimationFrame(draw);
    };
    const repaint = (): void => {
      isSheetDirty = true;
      repaintFloating();
    };
    const setPixelRatio = (layer: LayerNode | null, ratio: number): void => {
      const canvas = layer?.getCanvas();
      if (canvas && canvas.getPixelRatio() !== ratio) canvas.setPixelRatio(ratio);
    };
    /** Makes both layers anew for another screen, or another zoom of the page. */
    const sharpen = (): void => {
      density = window.devicePixelRatio;
      setPixelRatio(floating.current, density);
      if (rest.current === undefined) setPixelRatio(sheet.current, density);
      // A canvas that has changed its size is empty.
      isSheetDirty = true;
      hadFloating = true;
    };
    const follow = (): void => {
      if (window.devicePixelRatio > 1) {
        // While it moves nobody sees the difference, and a dense screen has four times the pixels to fill.
        setPixelRatio(sheet.current, 1);
        clearTimeout(rest.current);
        rest.current = setTimeout(() => {
          rest.current = undefined;
          setPixelRatio(sheet.current, window.devicePixelRatio);
          repaint();
        }, restMs);
      }
      repaint();
    };
    return { repaint, repaintFloating, follow };
  }, [scene]);

  useEffect(
    () => () => {
      clearTimeout(rest.current);
      clearTimeout(due.current);
      if (frame.current !== undefined) cancelAnimationFrame(frame.current);
    },
    [],
  );

  return (
    <>
      <Layer ref={sheet} listening={false}>
        <Shape
          listening={false}
          perfectDrawEnabled={false}
          sceneFunc={(context) => scene.paintSheet(context._context)}
        />
      </Layer>
      <Layer ref={floating} listening={false}>
        <Shape
          listening={false}
          perfectDrawEnabled={false}
          sceneFunc={(context) => scene.paintFloating(context._context)}
        />
      </Layer>
    </>
  );
}
