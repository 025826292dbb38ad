import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useSessionNow } from '../http/index.ts';
import './stageLine.css';

/**
 * Says on each page that the product is open for trying out, for as long as nobody has an account. On the duk itself, which needs all the
 * room there is, the dialog for inviting says so.
 */
export function StageLine() {
  const { t } = useTranslation('common');
  const session = useSessionNow();
  const [path] = useLocation();
  if (session?.stage !== 'tryingOut' || path === '/oppsett' || /^\/duk\/[^/]+(\/leder)?$/.test(path)) return null;
  return (
    <p className="stageLine">
      <span>{t('stageTryingOut')}</span> <Link href="/oppsett">{t('stageSetUp')}</Link>
    </p>
  );
}
