import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A link as a QR code, large enough to be read across a table. Its library comes when the first one is shown. */
export function QrCode({ url }: { readonly url: string }) {
  const { t } = useTranslation('invite');
  const [drawn, setDrawn] = useState<{ readonly size: number; readonly path: string }>();

  useEffect(() => {
    let isWanted = true;
    const draw = async () => {
      const { create } = await import('qrcode');
      const { size, data } = create(url, { errorCorrectionLevel: 'M' }).modules;
      const path = Array.from(data, (isDark, index) =>
        isDark ? `M${index % size} ${Math.floor(index / size)}h1v1h-1z` : '',
      ).join('');
      if (isWanted) setDrawn({ size, path });
    };
    void draw();
    return () => {
      isWanted = false;
    };
  }, [url]);

  return (
    <figure className="qr">
      {drawn ? (
        <svg viewBox={`-4 -4 ${drawn.size + 8} ${drawn.size + 8}`} role="img" aria-label={t('qrLabel')}>
          <path d={drawn.path} fill="#000" shapeRendering="crispEdges" />
        </svg>
      ) : (
        // As large: what stands under it must not move beneath the finger when the code comes.
        <svg viewBox="0 0 1 1" aria-hidden />
      )}
      <figcaption className="muted">{t('qrHelp')}</figcaption>
    </figure>
  );
}
