import Konva from 'konva/lib/Core';
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Stage } from 'react-konva/lib/ReactKonvaCore';
import { Gestures } from './gestures.ts';
import { headingsHeight } from './paintEdges.ts';
import { type Painter, ScenePainter } from './ScenePainter.tsx';
import { Scene } from './scene.ts';
import { SheetIndex } from './sheetIndex.ts';
import type { BoardStageProps } from './stageProps.ts';

// One draw a frame, by our own clock: Konva would draw again for every change of every node.
Konva.autoDrawEnabled = false;

/** Tells when the page comes to another screen, or its own zoom changes. */
function onPixelRatioChange(listener: () => void): () => void {
  const ending = new AbortController();
  const follow = (): void => {
    matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`).addEventListener(
      'change',
      () => {
        listener();
        follow();
      },
      { once: true, signal: ending.signal },
    );
  };
  follow();
  return () => ending.abort();
}

/**
 * The sheet on the table. Values in, gestures out: it knows nothing of documents, sockets or roles. One shape paints the
 * sheet and the notes in view, a second layer above it what moves: a lifted note, wet ink, others' pointers.
 */
export function BoardStage(props: BoardStageProps): ReactNode {
  const { layout, viewport } = props;
  const area = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const overlay = useRef<HTMLDivElement>(null);
  const painter = useRef<Painter>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const index = useMemo(() => new SheetIndex(layout), [layout]);
  const [scene] = useState(() => new Scene(props, index));

  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      viewport.resize(width, height);
      setSize({ width, height });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [viewport]);

  useLayoutEffect(() => {
    if (scene.show(props, index)) painter.current?.repaint();
    else painter.current?.repaintFloating();
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: what others did to the sheet, not what the hands themselves did.
  useLayoutEffect(() => scene.gestures?.follow(), [props.atRest, scene]);

  // A stage that has changed its size is empty.
  useLayoutEffect(() => {
    if (size.width > 0) painter.current?.repaint();
  }, [size]);

  useEffect(() => {
    const followView = (): void => {
      const { x, y, scale } = viewport.view();
      const sheet = overlay.current;
      if (sheet) {
        sheet.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
        sheet.style.setProperty('--sheet-scale', String(scale));
      }
      const top = headingsHeight(scene.layout, viewport.view());
      if (frame.current) frame.current.style.clipPath = top > 0 ? `inset(${top}px 0 0 0)` : '';
      painter.current?.follow();
    };
    followView();
    const stopFollowing = viewport.subscribe(followView);
    const drawAgain = (): void => painter.current?.repaint();
    document.fonts.addEventListener('loadingdone', drawAgain);
    return () => {
      stopFollowing();
      document.fonts.removeEventListener('loadingdone', drawAgain);
    };
  }, [viewport, scene]);

  useEffect(() => onPixelRatioChange(() => painter.current?.repaint()), []);

  useEffect(() => {
    const element = area.current;
    const surface = element?.querySelector<HTMLElement>('.konvajs-content');
    if (!element || !surface) return;
    surface.style.touchAction = 'none';
    const gestures = new Gestures(surface, element, {
      viewport,
      layout: () => scene.layout,
      index: () => scene.index,
      tool: () => scene.props.tool,
      mayWrite: () => scene.props.mayWrite,
      handlers: () => scene.props.gestures,
      redraw: () => painter.current?.repaintFloating(),
    });
    scene.gestures = gestures;
    return () => {
      scene.gestures = undefined;
      gestures.destroy();
    };
  }, [viewport, scene]);

  return (
    <div ref={area} className="board-stage">
      <Stage width={size.width} height={size.height} listening={false}>
        <ScenePainter ref={painter} scene={scene} />
      </Stage>
      <div ref={frame} className="board-stage-frame">
        <div ref={overlay} className="board-stage-overlay">
          {props.children}
        </div>
      </div>
    </div>
  );
}
