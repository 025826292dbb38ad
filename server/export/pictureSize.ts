/** Width and height of a picture that `boardToSvg` made, in sheet units, read from its viewBox. */
export function pictureSize(picture: string): { readonly width: number; readonly height: number } {
  const size = /\bviewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(picture);
  const [width, height] = [Number(size?.[1]), Number(size?.[2])];
  if (!(width > 0 && height > 0)) throw new Error('the picture has no size');
  return { width, height };
}
