import type { Pixels } from '@duken/shared/paper';
import { type ReactNode, useEffect, useRef } from 'react';

interface PictureProps {
  readonly pixels: Pixels;
  readonly className: string;
  /** What it shows. */
  readonly label: string;
}

/** A picture that lies in memory alone: it has no address, and is gone with the page. */
export function Picture({ pixels, className, label }: PictureProps): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const { width, height, data } = pixels;
    canvas.current?.getContext('2d')?.putImageData(new ImageData(data, width, height), 0, 0);
  }, [pixels]);
  return (
    <canvas
      ref={canvas}
      className={className}
      width={pixels.width}
      height={pixels.height}
      role="img"
      aria-label={label}
    />
  );
}
