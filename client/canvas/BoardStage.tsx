import type { InkColour, NoteId } from '@duken/shared/board';
import { type SheetLayout, type SheetLook, strokeOutline } from '@duken/shared/sheet';
import Konva from 'konva/lib/Core';
import type { Layer as LayerNode } from 'konva/lib/Layer';
import {
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Layer, Shape, Stage } from 'react-konva/lib/ReactKonvaCore';
import { type GestureState, Gestures, type StageGestures, type Tool } from './gestures.ts';
import { NoteMotion } from './noteMotion.ts';
import { paintBoard, paintNote } from './paintBoard.ts';
import {
  type NoteWriters,
  type PersonCaret,
  type PersonPointer,
  PointerGlide,
  paintCaret,
  paintPointer,
  paintRing,
  paintWriters,
} from './paintPeople.ts';
import { paintPieces } from './paintPieces.ts';
import { SheetIndex } from './sheetIndex.ts';
import type { Rect, Viewport } from './viewport.ts';

// One draw a frame, by our own clock: Konva would draw again for every change of every node.
Konva.autoDrawEnabled = false;

export interface StageRing extends Rect {
  readonly colour: string;
  readonly isNote: boolean;
}

export interface BoardStageProps {
  readonly layout: SheetLayout;
  readonly look: SheetLook;
  readonly viewport: Viewport;
  readonly tool: Tool;
  readonly inkColour: InkColour;
  /** Width of new ink, in sheet units. */
  readonly inkWidth: number;
  readonly mayWrite: boolean;
  /** The note whose words the open editor shows. */
  readonly editing: NoteId | undefined;
  readonly pointers: readonly PersonPointer[];
  readonly carets: readonly PersonCaret[];
  /** Notes that others write in now. */
  readonly writers: readonly NoteWriters[];
  /** Where the keyboard is, and the note one writes in. */
  readonly rings: readonly StageRing[];
  readonly gestures: StageGestures;
  /** HTML that lies on the sheet, in sheet units: the open editor, buttons on headings. */
  readonly children?: ReactNode;
}

/**
 * The sheet on the table. Values in, gestures out: it knows nothing of documents, sockets or roles. One shape paints the
 * sheet and the notes in view, a second layer above it what moves: a lifted note, wet ink, others' pointers.
 */
export function BoardStage(props: BoardStageProps): ReactNode {
  const { layout, viewport } = props;
  const area = useRef<HTMLDivElement>(null);
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
    scene.show(props, index);
    painter.current?.redraw();
  });

  useEffect(() => {
    const followView = (): void => {
      const { x, y, scale } = viewport.view();
      const sheet = overlay.current;
      if (sheet) sheet.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
      painter.current?.redraw();
    };
    followView();
    const stopFollowing = viewport.subscribe(followView);
    const drawAgain = (): void => painter.current?.redraw();
    document.fonts.addEventListener('loadingdone', drawAgain);
    return () => {
      stopFollowing();
      document.fonts.removeEventListener('loadingdone', drawAgain);
    };
  }, [viewport]);

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
      redraw: () => painter.current?.redraw(),
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
      <div ref={overlay} className="board-stage-overlay">
        {props.children}
      </div>
    </div>
  );
}

interface Painter {
  readonly redraw: () => void;
}

/** The two layers, and the one clock that draws them. */
function ScenePainter({ ref, scene }: { readonly ref: Ref<Painter>; readonly scene: Scene }): ReactNode {
  const sheet = useRef<LayerNode>(null);
  const floating = useRef<LayerNode>(null);
  const frame = useRef<number>(undefined);

  useImperativeHandle(ref, () => {
    const draw = (now: number): void => {
      frame.current = undefined;
      scene.now = now;
      const needsMore = scene.step(now);
      sheet.current?.drawScene();
      floating.current?.drawScene();
      if (needsMore) redraw();
    };
    const redraw = (): void => {
      frame.current ??= requestAnimationFrame(draw);
    };
    return { redraw };
  }, [scene]);

  useEffect(
    () => () => {
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

/** What is to be painted now: the newest values, and what is on its way to them. */
class Scene {
  props: BoardStageProps;
  index: SheetIndex;
  gestures: Gestures | undefined;
  now = 0;
  readonly #viewport: Viewport;
  readonly #motion = new NoteMotion();
  readonly #glide = new PointerGlide();
  #lifted: GestureState['lifted'];

  constructor(props: BoardStageProps, index: SheetIndex) {
    this.props = props;
    this.index = index;
    this.#viewport = props.viewport;
    this.#motion.follow(props.layout, 0, true);
  }

  get layout(): SheetLayout {
    return this.props.layout;
  }

  show(props: BoardStageProps, index: SheetIndex): void {
    if (this.index !== index) this.#motion.follow(props.layout, performance.now(), isCalm());
    this.props = props;
    this.index = index;
  }

  /** Moves what moves. @returns whether another frame is needed */
  step(now: number): boolean {
    const arriving = this.#glide.step(this.props.pointers, isCalm());
    const lifted = this.gestures?.state().lifted;
    if (this.#lifted && !lifted) this.#letGo(this.#lifted);
    this.#lifted = lifted;
    return this.#motion.isMoving(now) || arriving;
  }

  paintSheet(context: CanvasRenderingContext2D): void {
    const { layout, look, editing } = this.props;
    paintBoard(
      context,
      { layout, index: this.index, look, editing, lifted: this.#lifted?.noteId },
      this.#viewport.view(),
      this.#viewport.stage(),
      this.#motion,
      this.now,
    );
  }

  paintFloating(context: CanvasRenderingContext2D): void {
    const { rings, writers, carets, pointers, look, inkColour, inkWidth } = this.props;
    const view = this.#viewport.view();
    for (const note of writers) paintWriters(context, note, view, look);
    for (const ring of rings) paintRing(context, ring, view, ring.colour, look, ring.isNote);
    for (const caret of carets) paintCaret(context, caret, view);
    const ink = this.gestures?.state().ink;
    if (ink) {
      context.save();
      context.translate(view.x, view.y);
      context.scale(view.scale, view.scale);
      const d = strokeOutline({ points: ink, width: inkWidth });
      paintPieces(context, [{ kind: 'path', x: 0, y: 0, scale: 1, d, fill: look.strokes[inkColour] }]);
      context.restore();
    }
    this.#paintLifted(context);
    for (const pointer of pointers) paintPointer(context, pointer, this.#glide.placeOf(pointer), view);
  }

  /** A note in the hand: a little turned, with a longer shadow. */
  #paintLifted(context: CanvasRenderingContext2D): void {
    const lifted = this.#lifted;
    const placed = lifted && this.layout.notes.find(({ note }) => note.id === lifted.noteId);
    if (!lifted || !placed) return;
    const { x, y, scale } = this.#viewport.view();
    context.save();
    context.translate(x, y);
    context.scale(scale, scale);
    context.translate(lifted.corner.x, lifted.corner.y);
    context.rotate(0.012);
    context.shadowColor = 'rgb(60 45 20 / 35%)';
    context.shadowBlur = 18 * scale;
    context.shadowOffsetY = 8 * scale;
    context.fillStyle = '#fff';
    context.fillRect(2, 2, placed.width - 4, placed.height - 4);
    context.shadowColor = 'transparent';
    paintNote(context, placed, this.props.look, scale);
    context.restore();
  }

  /** A note that was let go of finds its way from the hand to its place. */
  #letGo(lifted: NonNullable<GestureState['lifted']>): void {
    this.#motion.startFrom(lifted.noteId, lifted.corner);
    this.#motion.follow(this.layout, performance.now(), isCalm());
  }
}

function isCalm(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
